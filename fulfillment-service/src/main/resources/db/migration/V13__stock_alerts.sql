-- Customers who want to be told when an article is at a pickup point again, in the order in which they asked.
create table stock_alert (
    journey_id   uuid primary key,
    promise_id   uuid   not null,
    pickup_point text   not null,
    sku          text   not null,
    place        bigint generated always as identity
);
create index stock_alert_of_item on stock_alert (pickup_point, sku, place);

-- Articles whose supply changed, and how far those who wait for them have been looked at. It is always small.
create table stock_alert_pass (
    pickup_point text   not null,
    sku          text   not null,
    place        bigint not null,
    primary key (pickup_point, sku)
);
