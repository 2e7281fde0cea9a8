-- What a customer answered to a message about new dates; a later answer takes the place of an earlier one. His wish is only
-- a time: what he writes in words would be personal data.
create table customer_answer (
    notice_id   uuid primary key references notice,
    answer      text        not null,
    wish_at     timestamptz,
    answered_at timestamptz not null,
    answers     int         not null,
    task_id     uuid
);
