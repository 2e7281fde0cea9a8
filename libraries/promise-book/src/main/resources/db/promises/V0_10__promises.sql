-- All promises this service knows: its own, and those of others in the same journeys, learned from events.
-- Facts only: "at risk" and "broken" follow from them and from the time.
create table promise (
    id                uuid primary key,
    journey_id        uuid        not null,
    customer_id       uuid        not null,
    kind              text        not null,
    desk              text        not null,
    partner           text,
    owner             text        not null,
    made_by           text        not null,
    language          text        not null,
    told              text        not null,
    made_at           timestamptz not null,
    first_promised_at timestamptz not null,
    precision         text        not null,
    due_at            timestamptz not null,
    window_start_at   timestamptz,
    waits_for         text[]      not null,
    revision          int         not null,
    moved_by_system   boolean     not null,
    desk_moves        int         not null,
    estimate_at       timestamptz,
    estimate_reason   text,
    assured_revision  int         not null,
    kept_at           timestamptz,
    evidence          text,
    withdrawn_at      timestamptz
) with (fillfactor = 85);

create index promise_of_journey on promise (journey_id);

-- The desks' queues: what is open, by what is due first; keyset paging reads it in order.
create index promise_queue on promise (desk, due_at, id) where kept_at is null and withdrawn_at is null;

-- The shop's policy as last published by its management; one row.
create table shop_policy (
    only_row boolean primary key default true check (only_row),
    revision int  not null,
    policy   text not null
);
