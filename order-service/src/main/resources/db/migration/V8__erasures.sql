-- Erasures that were asked for, and which service has confirmed them. No personal data: an id that leads to nobody.
create table customer_erasure (
    customer_id  uuid primary key,
    requested_at timestamptz not null,
    requested_by text        not null
);
create table customer_erasure_confirmation (
    customer_id uuid        not null references customer_erasure,
    holder      text        not null,
    erased_at   timestamptz not null,
    primary key (customer_id, holder)
);

-- Whether a customer still has an open order, without reading the others.
create index customer_order_open_of_customer on customer_order (customer_id) where ended_at is null;
