-- How the goods reach the customer.
alter table customer_order add column delivery_method text not null default 'PICKUP';

-- Where the parcels of open orders go: personal data, which goes with its customer and with the end of its journey.
create table delivery_address (
    journey_id  uuid primary key,
    customer_id uuid not null references customer on delete cascade,
    street      text not null,
    postal_code text not null,
    city        text not null,
    country     text not null
);
create index delivery_address_of_customer on delivery_address (customer_id);
