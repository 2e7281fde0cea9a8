-- A lane was the name of what everybody calls a partition.
alter table outbox rename column lane to partition;
alter table state_outbox rename column lane to partition;
alter function journey_lane(uuid) rename to journey_partition;
