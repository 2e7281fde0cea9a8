-- Complete orders until they are judged, and after that until their customers order again; sums by month.
create table repeat_order (
    journey_id  uuid primary key,
    customer_id uuid        not null,
    ended_at    timestamptz not null,
    month       date        not null,
    outcome     text,
    returned_at timestamptz
);
create index repeat_order_to_judge on repeat_order (ended_at) where outcome is null;
create index repeat_order_of_customer on repeat_order (customer_id, ended_at);

create table repeat_score (
    month    date   not null,
    outcome  text   not null,
    orders   bigint not null,
    returned bigint not null,
    primary key (month, outcome)
);
