-- While the shop waits for the customer a promise owes nothing; the three stand together or not at all.
alter table promise
    add column waiting_reason text,
    add column waiting_since  timestamptz,
    add column waiting_until  timestamptz,
    add constraint promise_waits_whole
        check ((waiting_reason is null) = (waiting_since is null) and (waiting_reason is null) = (waiting_until is null));
