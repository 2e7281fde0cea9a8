-- Every change of the apology ladder, for good: who put what in force.
create table recovery_policy_change (
    number     bigint generated always as identity primary key,
    changed_at timestamptz not null,
    changed_by text        not null,
    policy     text        not null
);

-- What came back of the codes, by month.
create index discount_code_redeemed on discount_code (redeemed_at) where redeemed_at is not null;
