-- The message that a call stands for: when the call was made, the customer has it in hand.
alter table desk_task add column notice_id uuid;

create index desk_task_for_message on desk_task (journey_id) where done_at is null and notice_id is not null;
