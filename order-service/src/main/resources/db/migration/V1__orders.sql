-- How customers are reached: the one table with personal data. Erasing a customer deletes his row.
create table customer (
    id                uuid primary key,
    name              text   not null,
    email             text,
    phone             text,
    language          text   not null,
    preferred_channel text   not null,
    time_zone         text,
    version           bigint not null,
    check (email is not null or phone is not null)
);

-- Numbers for orders whose storefront gives none.
create sequence order_number start with 100001;

-- Facts only: the state of an order follows from them. There is no foreign key to the customer, who may be erased while
-- the order must stay.
create table customer_order (
    id                 uuid primary key,
    number             text        not null constraint customer_order_number unique,
    customer_id        uuid        not null,
    language           text        not null,
    payment            text        not null,
    pickup_point       text        not null,
    total_minor        bigint      not null,
    currency           text        not null,
    offer_id           uuid,
    offer_ready_by     timestamptz,
    offer_precision    text,
    offered_at         timestamptz,
    placed_at          timestamptz not null,
    call_attempts      int         not null,
    confirmed_by       text,
    confirmed_at       timestamptz,
    completed_at       timestamptz,
    version            bigint      not null
) with (fillfactor = 90);

create table order_line (
    order_id         uuid   not null references customer_order,
    place            int    not null,
    sku              text   not null,
    name             text   not null,
    quantity         int    not null,
    unit_price_minor bigint not null,
    primary key (order_id, place)
);
