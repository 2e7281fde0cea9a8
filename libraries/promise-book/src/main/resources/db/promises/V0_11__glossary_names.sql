-- The columns take the names that everybody knows.
alter table promise rename column moved_by_system to rescheduled_by_system;
alter table promise rename column desk_moves to desk_reschedules;
alter table promise rename column assured_revision to confirmed_revision;
