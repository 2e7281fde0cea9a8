-- Orders that a courier brings. The address is with the customer's contact, and nowhere else.
create table parcel (
    order_id       uuid primary key,
    order_number   text        not null,
    customer_id    uuid        not null,
    language       text        not null,
    dispatch_point text        not null,
    placed_at      timestamptz not null,
    stage          text        not null,
    stage_at       timestamptz not null,
    attempts       int         not null check (attempts >= 0),
    eta_at         timestamptz,
    reported_at    timestamptz,
    journey_end    text,
    version        bigint      not null
) with (fillfactor = 85);
create index parcel_by_number on parcel (lower(order_number));
-- What the warehouse has to check in; the rest of its work stands in the index on open promises.
create index parcel_coming_back on parcel (stage, stage_at, order_id) where stage in ('BROUGHT_BACK', 'RETURNING');

-- Where the parcels of a customer's open orders go, as JSON; the tombstone that deletes the row deletes them.
alter table customer_contact add column addresses text not null default '[]';
