-- The code with which somebody else collects an order follows from this id and a secret; it stands nowhere.
create table collector_code (
    order_id    uuid primary key,
    code_id     uuid        not null,
    wrong_tries int         not null check (wrong_tries >= 0),
    issued_at   timestamptz not null
);
