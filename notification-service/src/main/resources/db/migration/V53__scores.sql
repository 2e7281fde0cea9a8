-- How each promise ended, counted against the first promised date. The manager's board reads nothing else about the past.
create table promise_score (
    promise_id        uuid primary key,
    journey_id        uuid        not null,
    kind              text        not null,
    desk              text        not null,
    partner           text,
    pickup_point      text        not null,
    first_promised_at timestamptz not null,
    week              date        not null,
    ended_at          timestamptz not null,
    kept              boolean     not null,
    status            text        not null,
    reason            text
);

create index promise_score_of_period on promise_score (first_promised_at);
create index promise_score_ended on promise_score (ended_at desc, promise_id desc);
create index promise_score_of_status on promise_score (status, ended_at desc, promise_id desc);
