-- What the other services said about each journey, as they said it. The own facts are in journey_event; both together
-- are all that the answer card is made of. The order of the key is the order of the timeline.
create table journey_fact (
    journey_id  uuid        not null,
    occurred_at timestamptz not null,
    source      text        not null,
    sequence    bigint      not null,
    event_id    uuid        not null,
    type        text        not null,
    data        text        not null,
    primary key (journey_id, occurred_at, source, sequence, event_id)
);

-- Messages that the customer got while a next word was open and the news of it had not reached this service yet:
-- topics do not wait for each other.
create table early_notice (
    journey_id     uuid        not null,
    notice_id      uuid        not null,
    handed_over_at timestamptz not null,
    primary key (journey_id, notice_id)
);
