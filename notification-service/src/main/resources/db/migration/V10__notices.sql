-- The one place for personal data in this service: erasing a customer is deleting his row.
create table customer_contact (
    customer_id       uuid primary key,
    name              text not null,
    email             text,
    phone             text,
    language          text not null,
    preferred_channel text not null,
    time_zone         text
);

-- A message: what is to be said to one customer about one journey, on whichever channels. The number is what people
-- quote; a second copy of a message carries the same one.
create table notice (
    notice_id   uuid primary key,
    number      bigint generated always as identity,
    journey_id  uuid        not null,
    state       text        not null,
    planned_at  timestamptz not null,
    send_after  timestamptz not null,
    readiness   int,
    free_text   text,
    why         text
);

create index notice_to_send on notice (send_after, notice_id) where state = 'PLANNED';
create index notice_of_journey on notice (journey_id, number);

-- News is a subject; a changed date is a promise at a revision, and a revision is announced once.
create table notice_part (
    notice_id          uuid        not null references notice,
    part               int         not null,
    subject            text,
    promise_id         uuid,
    kind               text,
    revision           int,
    told               text,
    first_promised_at  timestamptz,
    believed_due_at    timestamptz,
    believed_anchor_at timestamptz,
    precision          text,
    window_start_at    timestamptz,
    due_at             timestamptz,
    reason             text,
    primary key (notice_id, part),
    unique (promise_id, revision)
);

-- One message on one channel. The attempt is written down before the channel is asked, so that a process that dies in
-- between leaves a question and never a wrong answer.
create table delivery (
    notice_id      uuid        not null references notice,
    channel        text        not null,
    state          text        not null,
    attempts       int         not null,
    try_after      timestamptz not null,
    lease_until    timestamptz,
    handed_over_at timestamptz,
    detail         text,
    title          text,
    body           text,
    primary key (notice_id, channel)
);

create index delivery_to_try on delivery (channel, try_after) where state in ('PLANNED', 'ATTEMPT_STARTED', 'UNKNOWN');

-- Whether "ready for pickup" is true now, as fulfillment says; a message about another readiness is void.
create table readiness (
    journey_id uuid primary key,
    readiness  int     not null,
    ready      boolean not null
);
