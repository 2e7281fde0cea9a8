-- Tables and columns by the names that the code and the API use.
alter table bank_callback_aside rename to parked_callback;
alter table parked_callback rename constraint bank_callback_aside_pkey to parked_callback_pkey;
alter table roster_hold rename to roster_lock;
alter table roster_lock rename constraint roster_hold_pkey to roster_lock_pkey;
alter table bank_request rename column answered_at to acknowledged_at;

-- The bank refused the request itself: nobody repeats it until the credit desk has cleared that up.
alter table bank_request add column rejected_at timestamptz;
drop index bank_request_waiting;
create index bank_request_waiting on bank_request (next_attempt_at, created_at)
    where acknowledged_at is null and rejected_at is null;
create index bank_request_rejected on bank_request (rejected_at) where rejected_at is not null;
create index parked_callback_newest on parked_callback (received_at desc, webhook_id);
