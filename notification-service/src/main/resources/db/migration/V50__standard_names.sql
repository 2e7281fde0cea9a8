-- The names of the glossary.

-- Dates that were promised, when each was delivered to the customer, and which passed unkept and without notice.
alter table said_date rename to promised_date;
alter table promised_date rename column said_at to promised_at;
alter table promised_date rename column handed_over_at to delivered_at;
alter table promised_date rename column broken_at to missed_at;

-- The queue of journeys that the watch reassesses.
alter table journey_to_watch rename to watch_queue;

-- Escalation levels.
alter table promise_timer rename column rung to level;
alter table rung_reached rename to escalation_reached;
alter table escalation_reached rename column rung to level;
alter index rung_to_act_on rename to escalation_to_act_on;

-- What the watch did about a promise: the revision whose levels have timers, the slip last reported to the owner, and up to
-- which revision the customer's notice is decided, announced and delivered.
alter table promise_watch rename column planned_revision to scheduled_revision;
alter table promise_watch rename column foreseen_revision to predicted_revision;
alter table promise_watch rename column foreseen_at to predicted_at;
alter table promise_watch rename column settled_revision to closed_revision;
alter table promise_watch rename column spoken_revision to announced_revision;
alter table promise_watch rename column told_revision to confirmed_revision;

-- Goods are handed over; messages are delivered.
alter table delivery rename column handed_over_at to delivered_at;
update delivery set state = 'DELIVERED' where state = 'HANDED_OVER';

alter table customer_answer rename column wish_at to requested_at;
