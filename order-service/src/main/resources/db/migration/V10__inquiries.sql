-- What customers ask and complain about: each is a journey of its own. The words of an inquiry are personal data and stand in
-- inquiry_entry alone; they go with the inquiry.
create sequence inquiry_number start 100001;

create table inquiry (
    journey_id       uuid primary key,
    number           text        not null unique,
    thread_id        uuid        not null,
    customer_id      uuid        not null,
    language         text        not null,
    topic            text        not null,
    channel          text        not null,
    desk             text        not null,
    order_journey_id uuid,
    received_at      timestamptz not null,
    answered_at      timestamptz,
    version          bigint      not null
);
create index inquiry_of_thread on inquiry (thread_id, journey_id);
-- Ids are in the order of time.
create index inquiry_of_customer on inquiry (customer_id, journey_id);
create index inquiry_form_received on inquiry (received_at) where channel = 'WEB_FORM';
create index inquiry_of_order on inquiry (order_journey_id) where order_journey_id is not null;

create table inquiry_entry (
    id         uuid primary key,
    journey_id uuid        not null references inquiry on delete cascade,
    kind       text        not null,
    channel    text,
    text       text        not null,
    written_by text        not null,
    written_at timestamptz not null,
    waits_for  text,
    asked_them text
);
create index inquiry_entry_of_inquiry on inquiry_entry (journey_id, written_at);

-- The queue of all open inquiries, whichever desk promised the answer: what is due first comes first.
create index promise_of_inquiry_due on promise (due_at, id)
    where kind in ('INQUIRY_REPLY', 'PUBLIC_REPLY', 'COMPLAINT_ANSWER') and kept_at is null and withdrawn_at is null;
