-- What was promised to customers after a complaint for their next order, and is not done yet.
create table packing_promise (
    id          uuid primary key,
    customer_id uuid        not null,
    care        text        not null,
    promised_at timestamptz not null
);
create index packing_promise_of_customer on packing_promise (customer_id, promised_at);
