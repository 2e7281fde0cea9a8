-- Whether a courier brings the goods: then no message and no page speaks of a pickup point.
alter table watched_journey add column by_courier boolean not null default false;
