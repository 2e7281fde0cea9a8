-- Plans of new dates for what an incident puts in danger. What is done and that it is done are written together.
create table reschedule_plan (
    plan_id             uuid        primary key,
    incident_id         uuid        not null,
    from_date           date        not null,
    per_day             text        not null,
    planned_at          timestamptz not null,
    planned_by          text        not null,
    promises            int         not null default 0,
    gathered_made_at    timestamptz,
    gathered_promise_id uuid,
    gathered_at         timestamptz,
    confirmed_at        timestamptz,
    confirmed_by        text,
    rescheduled         int         not null default 0,
    left_alone          int         not null default 0,
    finished_at         timestamptz
);
create index reschedule_plan_of on reschedule_plan (incident_id, planned_at desc, plan_id desc);
create index reschedule_plan_work on reschedule_plan (planned_at)
    where gathered_at is null or (confirmed_at is not null and finished_at is null);

-- The promises of a plan, the one that was made last first; rescheduled is null until it is its turn.
create table reschedule_item (
    plan_id       uuid   not null references reschedule_plan on delete cascade,
    position      bigint not null,
    promise_id    uuid   not null,
    journey_id    uuid   not null,
    desk          text   not null,
    desk_position bigint not null,
    revision      int    not null,
    rescheduled   boolean,
    primary key (plan_id, position)
);
create index reschedule_item_open on reschedule_item (plan_id, position) where rescheduled is null;
create index reschedule_item_of_journey on reschedule_item (plan_id, journey_id) where rescheduled is null;

-- How many of them there are, by desk and the day for which they were due.
create table reschedule_count (
    plan_id  uuid   not null references reschedule_plan on delete cascade,
    desk     text   not null,
    due_date date   not null,
    promises bigint not null,
    primary key (plan_id, desk, due_date)
);

-- Where they go.
create table reschedule_day (
    plan_id    uuid        not null references reschedule_plan on delete cascade,
    desk       text        not null,
    day        date        not null,
    due_at     timestamptz not null,
    capacity   bigint      not null,
    load       bigint      not null,
    places     bigint      not null,
    first_rank bigint      not null,
    primary key (plan_id, desk, day)
);
