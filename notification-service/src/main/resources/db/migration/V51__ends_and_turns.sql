-- How a journey ended.
alter table watched_journey add column ended_as text;
update watched_journey set ended_as = 'COMPLETED' where closed_at is not null;

-- undated_at: the date was given up, a next update takes its place. released_at: since when the shop is not bound by the
-- date, because the customer has to act first or holds the next update instead.
alter table promised_date add column undated_at timestamptz;
alter table promised_date add column released_at timestamptz;

-- The customer's turn that the watch looks after, and the last level of it that was reached.
alter table promise_watch add column turn_since timestamptz;
alter table promise_watch add column turn_level smallint;

-- The date follows a turn of the customer's: it is no delay of the shop's.
alter table notice_part add column after_turn boolean not null default false;

create index desk_task_of_journey on desk_task (journey_id) where done_at is null;
