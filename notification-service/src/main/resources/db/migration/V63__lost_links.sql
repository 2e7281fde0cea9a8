-- Who lost the link to their order finds it by its number.
create index watched_journey_order_number on watched_journey (order_number);

-- What was guessed wrongly, for an hour, as a keyed hash.
create table failed_proof (
    key       text        not null,
    failed_at timestamptz not null
);
create index failed_proof_key on failed_proof (key, failed_at);
create index failed_proof_failed_at on failed_proof (failed_at);
