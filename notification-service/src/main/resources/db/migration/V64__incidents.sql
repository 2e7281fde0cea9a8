-- Trouble of the whole shop or a partner. The state follows from the times; next_step_at is when something follows by itself.
create table incident (
    incident_id      uuid        primary key,
    number           bigint      generated always as identity unique,
    kind             text        not null,
    title            text        not null,
    promise_kinds    text[]      not null,
    partner          text,
    pickup_point     text,
    due_from         timestamptz,
    due_until        timestamptz,
    channel_down     text,
    holds_campaigns  boolean     not null,
    opened_at        timestamptz not null,
    opened_by        text        not null,
    taken_at         timestamptz,
    taken_by         text,
    next_update_at   timestamptz,
    resolved_at      timestamptz,
    closed_at        timestamptz,
    dismissed_at     timestamptz,
    lessons          text,
    calls            int         not null default 0,
    last_call_at     timestamptz,
    last_call_failed boolean     not null default false,
    warned_at        timestamptz,
    missed_at        timestamptz,
    next_step_at     timestamptz
);

-- One of a kind and place at a time: what several monitors see is one incident.
create unique index incident_unfinished on incident (kind, coalesce(partner, ''), coalesce(pickup_point, ''))
    where closed_at is null and dismissed_at is null;
create index incident_list on incident (opened_at desc, incident_id desc);
create index incident_step on incident (next_step_at) where next_step_at is not null;

-- What happened to an incident, and who was called.
create table incident_entry (
    position    bigint      generated always as identity primary key,
    incident_id uuid        not null,
    at          timestamptz not null,
    what        text        not null,
    by_whom     text        not null,
    text        text        not null,
    detail      text
);
create index incident_entry_of on incident_entry (incident_id, position);

-- Plans that management changed; the others ship with the product.
create table incident_plan (
    kind text primary key,
    plan text not null
);

-- Monitors outside that say again and again that a part of the shop works.
create table heartbeat (
    name             text        primary key,
    kind             text        not null,
    partner          text,
    interval_seconds int         not null,
    last_at          timestamptz,
    expected_by      timestamptz not null,
    silent           boolean     not null,
    incident_id      uuid,
    key_hash         bytea       not null
);
create index heartbeat_expected on heartbeat (expected_by) where not silent;

-- Open promises of a kind, the latest first: what an incident puts in danger is read in this order.
create index promise_affected on promise (kind, made_at desc, id desc) where kept_at is null and withdrawn_at is null;

-- Channels on which customers are not written to meanwhile, each with what it is down for.
create table channel_outage (
    channel text not null,
    because uuid not null,
    primary key (channel, because)
);
