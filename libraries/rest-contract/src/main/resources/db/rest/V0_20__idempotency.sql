-- Answers that were given to requests with an Idempotency-Key, kept for seven days.
-- The row is written in the transaction of the change that it answers for: both are there or neither.
create table idempotency_key (
    principal    text        not null,
    key          text        not null,
    request_hash bytea       not null,
    status       smallint    not null,
    headers      text        not null,
    body         bytea       not null,
    created_at   timestamptz not null,
    constraint idempotency_key_pk primary key (principal, key)
);

-- For the purge, which goes by age.
create index idempotency_key_created_at on idempotency_key (created_at);
