-- What people of the shop write down in their own words. It stands here, where it can be erased with the customer, and not in
-- events, which cannot be changed.
create table journey_note (
    id          bigint generated always as identity primary key,
    journey_id  uuid        not null,
    customer_id uuid        not null,
    about       text        not null,
    note        text        not null,
    written_by  text        not null,
    written_at  timestamptz not null
);
create index journey_note_of_customer on journey_note (customer_id);
create index journey_note_of_journey on journey_note (journey_id);
