-- What the customer changed about their order since they were last told, to be told in one message.
create table order_change (
    journey_id uuid primary key references watched_journey,
    changes    jsonb not null
);
