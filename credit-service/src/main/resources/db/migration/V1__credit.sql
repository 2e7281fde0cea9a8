-- One application for each order on credit.
create table application (
    id                    uuid primary key,
    journey_id            uuid        not null unique,
    order_number          text        not null,
    customer_id           uuid        not null,
    language              text        not null,
    pickup_point          text        not null,
    amount_minor          bigint      not null,
    currency              text        not null,
    state                 text        not null,
    opened_at             timestamptz not null,
    submitted_at          timestamptz,
    bank_reference        text,
    decision              text,
    approved_amount_minor bigint,
    decided_at            timestamptz,
    signed_by             text,
    signed_at             timestamptz,
    version               bigint      not null
);

-- The desk's lists read one state, or all, in the order of opening.
create index application_by_state on application (state, opened_at, id);
create index application_by_opening on application (opened_at, id);

-- What the bank must be told, written with the change that it tells of. The key is ours, so a repetition is harmless.
create table bank_request (
    application_id  uuid        not null references application,
    kind            text        not null,
    journey_id      uuid        not null,
    created_at      timestamptz not null,
    attempts        int         not null,
    next_attempt_at timestamptz not null,
    last_failure    text,
    answered_at     timestamptz,
    primary key (application_id, kind)
);

create index bank_request_waiting on bank_request (next_attempt_at, created_at) where answered_at is null;

-- Signed callbacks about applications that we do not have: kept for people, since nothing can be done with them.
create table bank_callback_aside (
    webhook_id  text primary key,
    kind        text        not null,
    reference   uuid        not null,
    body        text        not null,
    received_at timestamptz not null
);

-- Times at which an expert waits for a customer.
create table appointment (
    id             uuid primary key,
    application_id uuid        not null references application,
    journey_id     uuid        not null,
    promise_id     uuid        not null,
    pickup_point   text        not null,
    expert_id      text        not null,
    starts_at      timestamptz not null,
    ends_at        timestamptz not null,
    revision       int         not null,
    outcome        text,
    closed_at      timestamptz,
    check (starts_at < ends_at)
);

create unique index appointment_of_journey on appointment (journey_id) where closed_at is null;
create index appointment_of_promise on appointment (promise_id) where closed_at is null;
create index appointment_at_pickup_point on appointment (pickup_point, starts_at) where closed_at is null;
-- Nobody waits for two customers at once. Appointments begin on half hours and last one: the lock on the roster sees to
-- overlaps, this index to the day when somebody forgets that lock.
create unique index appointment_of_expert on appointment (expert_id, starts_at) where closed_at is null;

create table roster_shift (
    expert_id    text        not null,
    on_date      date        not null,
    pickup_point text        not null,
    from_at      timestamptz not null,
    until_at     timestamptz not null,
    primary key (expert_id, on_date),
    check (from_at < until_at)
);

create index roster_shift_at_pickup_point on roster_shift (pickup_point, until_at);

create table roster_absence (
    id        uuid primary key,
    expert_id text        not null,
    from_at   timestamptz not null,
    until_at  timestamptz not null,
    reason    text        not null,
    check (from_at < until_at)
);

create index roster_absence_of_expert on roster_absence (expert_id, until_at);

create table roster_check_in (
    expert_id     text        not null,
    on_date       date        not null,
    pickup_point  text        not null,
    checked_in_at timestamptz not null,
    primary key (expert_id, on_date)
);

create index roster_check_in_at_pickup_point on roster_check_in (pickup_point, on_date);

-- Its rows are locked, never read: whoever books or changes a roster holds the row of the pickup point.
create table roster_hold (
    pickup_point text primary key
);

create table paper_trail (
    application_id    uuid primary key references application,
    status            text,
    expected_at       timestamptz,
    announced_at      timestamptz,
    search_started_at timestamptz,
    last_seen         text,
    checked_in_at     timestamptz
);
