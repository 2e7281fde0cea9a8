-- The lane of a journey: the low three bits of its id, which are random in every kind of UUID we use.
-- The same rule stands in RelaySignal.laneOf; eight is part of the stored format.
create function journey_lane(journey_id uuid) returns smallint
  language sql immutable strict parallel safe
  return (get_byte(uuid_send(journey_id), 15) & 7)::smallint;

-- The last sequence number of each journey. Its row lock makes one journey's writers wait for each other.
create table journey_sequence (
  journey_id uuid primary key,
  last_sequence bigint not null
);

-- Everything that happened, for ever. Data is text, not jsonb: it is published byte for byte as it was written.
create table journey_event (
  position bigint generated always as identity primary key,
  event_id uuid not null unique,
  journey_id uuid not null,
  sequence bigint not null,
  type text not null,
  topic text not null,
  occurred_at timestamptz not null,
  actor text not null,
  reason text,
  causation_id uuid,
  traceparent text,
  data text not null,
  unique (journey_id, sequence)
);

create function journey_event_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'journey_event is append-only' using errcode = 'restrict_violation';
end $$;

create trigger journey_event_is_append_only before update or delete or truncate on journey_event
  for each statement execute function journey_event_is_append_only();

-- What is still to publish, as narrow as can be. A published row is deleted, never marked.
create table outbox (
  lane smallint not null,
  position bigint not null,
  primary key (lane, position)
) with (
  -- Its rows live for milliseconds. By default autovacuum would leave the dead index entries of a small table alone,
  -- and every look at the empty outbox would have to step over them.
  autovacuum_vacuum_scale_factor = 0.01,
  autovacuum_vacuum_threshold = 500,
  autovacuum_vacuum_insert_scale_factor = 0.05,
  vacuum_index_cleanup = on
);

-- Keys of compacted topics, with the revision that was last published. The values stay where they live.
create sequence state_revision;

create table state_outbox (
  topic text not null,
  key text not null,
  lane smallint not null,
  revision bigint not null,
  published_revision bigint not null,
  primary key (topic, key)
) with (autovacuum_vacuum_scale_factor = 0.02, vacuum_index_cleanup = on);

create index state_outbox_waiting on state_outbox (lane, revision) where revision > published_revision;
