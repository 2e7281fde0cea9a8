-- Journeys the watch looks after, as far as it must know them.
create table watched_journey (
    journey_id   uuid primary key,
    order_number text        not null,
    customer_id  uuid        not null,
    language     text        not null,
    payment      text        not null,
    pickup_point text        not null,
    opened_at    timestamptz not null,
    closed_at    timestamptz,
    silent_since timestamptz
);

create index watched_journey_of_customer on watched_journey (customer_id);

-- Marks on journeys in which something happened, or for which time has come: all marks that a journey has by then are
-- answered by one look. Rows are only added and deleted, and have no key, so that nobody waits to add one.
create table journey_to_watch (
    journey_id uuid not null
) with (autovacuum_vacuum_scale_factor = 0.02);

-- One narrow row per rung that time will reach. Rows are never updated: a moved promise gets new ones, and those of the
-- old revision fire into the void. The primary key is the only index.
create table promise_timer (
    shard      smallint    not null,
    fire_at    timestamptz not null,
    promise_id uuid        not null,
    rung       smallint    not null,
    revision   int         not null,
    journey_id uuid        not null,
    primary key (shard, fire_at, promise_id, rung, revision)
) with (autovacuum_vacuum_scale_factor = 0.02, vacuum_index_cleanup = on);

-- The fact that time reached a rung while the promise was open at this revision. The key makes it happen once.
create table rung_reached (
    promise_id uuid        not null,
    revision   int         not null,
    rung       smallint    not null,
    reached_at timestamptz not null,
    acted_at   timestamptz,
    primary key (promise_id, revision, rung)
);

create index rung_to_act_on on rung_reached (promise_id) where acted_at is null;

-- What the watch did about a promise: for which revision the rungs are planned, which slip was reported to its owner, up
-- to which revision it is settled what the customer hears, which one he was told or is being told, and which one he has in
-- hand.
create table promise_watch (
    promise_id         uuid primary key,
    planned_revision   int not null,
    foreseen_revision  int not null,
    foreseen_at        timestamptz,
    settled_revision   int not null,
    spoken_revision    int not null,
    told_revision      int not null
);

-- Every date that was said about a promise; revision 0 is the first. handed_over_at: when the customer had it.
create table said_date (
    promise_id      uuid        not null,
    revision        int         not null,
    journey_id      uuid        not null,
    due_at          timestamptz not null,
    window_start_at timestamptz,
    reason          text,
    decided_by      text        not null,
    by_system       boolean     not null,
    said_at         timestamptz not null,
    handed_over_at  timestamptz,
    broken_at       timestamptz,
    primary key (promise_id, revision)
);

-- The queue over all desks; that of one desk has its own index.
create index promise_due on promise (due_at, id) where kept_at is null and withdrawn_at is null;
