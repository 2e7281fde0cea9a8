-- Every change of a pickup point or an article, for good: who decided it, and what was another value before.
create table master_data_change (
    position   bigint generated always as identity primary key,
    kind       text        not null,
    code       text        not null,
    revision   int         not null,
    changed_by text        not null,
    changed_at timestamptz not null,
    changes    text        not null,
    unique (kind, code, revision)
);
