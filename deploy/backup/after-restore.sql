-- Run in each database that was restored to an earlier time, before its service starts:
--   psql -v ON_ERROR_STOP=1 -1 -f deploy/backup/after-restore.sql "$DATABASE"
--
-- States that are published from now on must be newer than all that were published in the lost time, or the others would keep
-- what this database no longer knows. A thousand million is more than a shop changes in a day, and far from the limit.
select setval('state_revision', (select last_value from state_revision) + 1000000000);

-- Positions and sequences stay: the others know a fact by its id, and those of the lost time have ids that come never again.

-- Every key of the compacted topics is published again, as it is known here.
update state_outbox set revision = nextval('state_revision');
