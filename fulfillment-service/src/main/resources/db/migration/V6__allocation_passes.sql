-- Pieces that orders still wait for, so that a new order knows its place without a count over the queue.
alter table stock_level add column waiting int not null default 0 check (waiting >= 0);
update stock_level s set waiting = w.pieces
from (select pickup_point, sku, sum(quantity - on_shelf) as pieces from reservation_line
      where on_shelf < quantity and not released group by pickup_point, sku) w
where w.pickup_point = s.pickup_point and w.sku = s.sku;
alter table stock_level alter column waiting drop default;

-- A change in supply goes along the queue of an item in slices; this is how far it came, and why it goes.
create table allocation_pass (
    id                bigint generated always as identity primary key,
    pickup_point      text        not null,
    sku               text        not null,
    place             bigint      not null,
    ahead             int         not null,
    slices            int         not null default 0,
    what              text        not null,
    happened_at       timestamptz not null,
    purchase_order_id uuid,
    reason            text        not null,
    actor             text        not null,
    event_id          uuid
);
