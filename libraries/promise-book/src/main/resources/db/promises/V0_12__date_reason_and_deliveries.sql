-- Why the date stands as it does and who set it; absent for rows from before and for the first date.
alter table promise add column reason text, add column set_by text;

-- Messages that customers got while they waited for a next update of ours. News and message travel on topics that do not
-- wait for each other; whichever comes first is kept here until the update is given.
create table delivered_message (
    journey_id   uuid        not null,
    notice_id    uuid        not null,
    delivered_at timestamptz not null,
    primary key (journey_id, notice_id)
);
