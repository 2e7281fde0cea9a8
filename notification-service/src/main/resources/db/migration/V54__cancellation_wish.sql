-- The task by which a customer's wish to cancel is settled: while it is open, nothing invites them.
alter table watched_journey add column cancellation_task_id uuid;
