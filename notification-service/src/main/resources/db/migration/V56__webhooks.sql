-- Other systems that are told of promises and journeys. The secrets sign, so they are stored as they are.
create table webhook_endpoint (
    endpoint_id      uuid primary key,
    url              text        not null,
    types            text[]      not null,
    description      text        not null,
    secret           text        not null,
    old_secret       text,
    old_secret_until timestamptz,
    created_at       timestamptz not null,
    last_taken_at    timestamptz,
    failing_since    timestamptz,
    failures         int         not null default 0,
    paused_until     timestamptz,
    disabled_at      timestamptz,
    disabled_because text
);

-- What is sent, once for all endpoints; its id is the event's. Forgotten after thirty days, with its deliveries.
create table webhook_message (
    message_id uuid primary key,
    type       text        not null,
    journey_id uuid,
    body       text        not null,
    created_at timestamptz not null
);

create index webhook_message_created on webhook_message (created_at);

create table webhook_delivery (
    endpoint_id     uuid        not null references webhook_endpoint on delete cascade,
    message_id      uuid        not null references webhook_message on delete cascade,
    state           text        not null,
    attempts        int         not null,
    try_after       timestamptz not null,
    lease_until     timestamptz,
    last_attempt_at timestamptz,
    status          int,
    detail          text,
    primary key (endpoint_id, message_id)
);

create index webhook_delivery_to_try on webhook_delivery (endpoint_id, try_after) where state = 'PENDING';
create index webhook_delivery_of_message on webhook_delivery (message_id);
