-- What time has reached is looked at before what happened, and that before what is only looked at again; the oldest first.
-- A poll reads the beginning of the index, whatever waits behind it, and vacuum keeps it clean of what was taken.
alter table watch_queue
    add column urgency smallint not null default 1,
    add column position bigint generated always as identity;
create index watch_queue_next on watch_queue (urgency, position);
create index watch_queue_of_journey on watch_queue (journey_id);
alter table watch_queue set (vacuum_index_cleanup = on);

-- How far all open promises are looked at again after a change of policy, what is due first comes first.
create table watch_sweep (
    the_only   boolean     primary key default true check (the_only),
    due_at     timestamptz not null,
    promise_id uuid        not null
);

-- Attempts whose sender may have died.
create index delivery_leased on delivery (lease_until) where state = 'ATTEMPT_STARTED';
alter table delivery set (autovacuum_vacuum_scale_factor = 0.02, vacuum_index_cleanup = on);
