-- Which goods of an order its customer has, which are here and which are not, as fulfillment-service said last. It may come
-- before the order itself.
create table journey_parts (
    journey_id uuid primary key,
    parts      jsonb not null
);
