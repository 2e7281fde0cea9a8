-- The events that this service has acted on. An id is remembered for good: the log of another service may be published
-- again years later, and must not have a second effect.
create table inbox (
  event_id uuid primary key,
  received_at timestamptz not null
);

-- The newest revision of each key of the compacted topics that was applied.
create table state_seen (
  topic text not null,
  key text not null,
  revision bigint not null,
  primary key (topic, key)
);

-- Records that could not be applied, and those that wait behind them, byte for byte.
create table dead_letter (
  id bigint generated always as identity primary key,
  status text not null default 'WAITING' check (status in ('WAITING', 'APPLIED', 'ALREADY_APPLIED', 'DISCARDED')),
  reason text not null,
  detail text not null,
  topic text not null,
  kafka_partition integer not null,
  kafka_offset bigint not null,
  fingerprint bytea not null,
  event_id uuid,
  type text,
  journey_id uuid,
  -- What must stay in order: the journey, or topic and key where there is none. Null: nothing has to wait behind it.
  ordering_key text,
  record_key bytea,
  record_value bytea,
  record_headers text not null,
  received_at timestamptz not null,
  attempts integer not null,
  settled_at timestamptz,
  settled_by text,
  settled_because text,
  unique (topic, kafka_partition, kafka_offset, fingerprint)
);

create index dead_letter_waiting on dead_letter (ordering_key, id) where status = 'WAITING';

-- The journeys whose events wait because one of them is a dead letter.
create table quarantine (
  ordering_key text primary key,
  since timestamptz not null
);

-- Who did what with a dead letter.
create table dead_letter_action (
  id bigint generated always as identity primary key,
  dead_letter_id bigint not null references dead_letter,
  action text not null,
  outcome text not null,
  actor text not null,
  acted_at timestamptz not null
);

create index dead_letter_action_letter on dead_letter_action (dead_letter_id);
