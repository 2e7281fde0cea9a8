-- Who has an answer card open on their screen. A row lives as long as its page says so, and some seconds more.
create table card_viewer (
    journey_id uuid        not null,
    person     text        not null,
    name       text        not null,
    seen_at    timestamptz not null,
    primary key (journey_id, person)
);
create index card_viewer_lapsed on card_viewer (seen_at);
