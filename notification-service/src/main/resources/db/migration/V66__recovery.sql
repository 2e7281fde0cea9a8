-- What the shop does for customers that it failed. Whether a part happened stands with its desk task or its message.
create table recovery (
    journey_id   uuid        primary key,
    customer_id  uuid        not null,
    late_seconds bigint      not null,
    cost_minor   bigint      not null,
    opened_at    timestamptz not null
);
create index recovery_list on recovery (opened_at desc, journey_id desc);

-- Each remedy is given once in a journey.
create table recovery_part (
    journey_id uuid not null,
    remedy     text not null,
    reference  uuid,
    left_out   text,
    primary key (journey_id, remedy)
);

create table recovery_failure (
    customer_id uuid        not null,
    promise_id  uuid        not null,
    at          timestamptz not null,
    primary key (promise_id)
);
create index recovery_failure_of_customer on recovery_failure (customer_id, at);

-- What gifts and codes cost in a month.
create table recovery_spending (
    month       date   primary key,
    spent_minor bigint not null
);

-- Good once.
create table discount_code (
    code         text        primary key,
    journey_id   uuid        not null,
    percent      int         not null,
    valid_until  timestamptz not null,
    redeemed_at  timestamptz,
    order_number text
);

-- The ladder, if management changed it.
create table recovery_policy (
    the_only boolean primary key default true check (the_only),
    policy   text    not null
);
