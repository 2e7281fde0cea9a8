-- What the timers of a promise were made for: if the plan would be another one now, it is made again.
alter table promise_watch add column scheduled_plan int;

-- A date that passes while the customer cannot be reached is not the desk's doing.
create table unanswered_call (
    journey_id uuid        not null,
    kind       text        not null,
    called_at  timestamptz not null,
    primary key (journey_id, kind, called_at)
);

-- Journeys that could not be reassessed, until they can be again.
create table failing_journey (
    journey_id uuid primary key,
    failed_at  timestamptz not null,
    reason     text        not null,
    task_id    uuid
);

-- The customer's own word may replace a date of the watch at the same revision: each date is announced once.
alter table notice_part drop constraint notice_part_promise_id_revision_key;
alter table notice_part add constraint notice_part_of_date unique (promise_id, revision, due_at);
