-- Every change of the shop's policy, for good: who put what in force, and what was another value before.
create table policy_change (
    revision   int primary key,
    changed_by text        not null,
    changed_at timestamptz not null,
    changes    text        not null
);
