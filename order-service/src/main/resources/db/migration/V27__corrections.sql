-- What was promised after a complaint for the customer's next order; the packer of that order says when it was done.
create table inquiry_correction (
    id             uuid primary key,
    journey_id     uuid        not null references inquiry on delete cascade,
    care           text        not null,
    promised_by    text        not null,
    promised_at    timestamptz not null,
    order_journey_id uuid,
    made_at        timestamptz,
    constraint inquiry_correction_is_made_whole check ((order_journey_id is null) = (made_at is null))
);
create index inquiry_correction_of_inquiry on inquiry_correction (journey_id, promised_at);
