-- Some goods of an order may be handed over before the others are here, if its customer wishes so.
alter table pickup add column in_parts boolean not null default false;
alter table reservation_line add column handed_over boolean not null default false;
-- What all pieces of a line cost, for what is paid with each part; unknown for orders from before.
alter table reservation_line add column price_minor bigint;
-- The lines that were here when the supply was last recorded, so that another one is news once.
alter table reservation add column here_skus text;
