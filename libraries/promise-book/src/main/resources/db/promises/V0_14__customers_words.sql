-- When the customer of a journey spoke with the shop. A date is theirs only if they asked for it, so "the customer asked" takes
-- one of these away.
create table customer_word (
    journey_id uuid        not null,
    spoken_at  timestamptz not null,
    primary key (journey_id, spoken_at)
);
