-- What desks are asked to do. One task of a kind per revision of a promise.
create table desk_task (
    task_id        uuid primary key,
    journey_id     uuid        not null,
    desk           text        not null,
    task           text        not null,
    promise_id     uuid,
    revision       int         not null,
    text           text        not null,
    do_before_at   timestamptz not null,
    opened_at      timestamptz not null,
    done_at        timestamptz,
    done_by        text,
    outcome        text,
    unique nulls not distinct (promise_id, revision, task, journey_id, desk, text)
);

create index desk_task_queue on desk_task (desk, do_before_at, task_id) where done_at is null;
create index desk_task_about on desk_task (promise_id) where done_at is null;
