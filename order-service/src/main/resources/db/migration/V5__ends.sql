-- A journey ends in one of several ways, and the customer may be hard to reach or pay in another way before.
alter table customer_order
    add column unanswered_calls int not null default 0,
    add column journey_end      text,
    add column ended_at         timestamptz;
update customer_order set journey_end = 'COMPLETED', ended_at = completed_at where completed_at is not null;
alter table customer_order
    drop column completed_at,
    alter column unanswered_calls drop default,
    add constraint customer_order_ends_whole check ((journey_end is null) = (ended_at is null));
