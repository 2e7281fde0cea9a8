-- The code with which somebody else collects an order follows from this id and a secret; it stands nowhere.
create table collector_code (
    journey_id uuid primary key,
    code_id    uuid not null
);
