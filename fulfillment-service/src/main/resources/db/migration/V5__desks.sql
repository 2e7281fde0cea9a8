-- The counter compares a name with an identity document and calls the customer. The one place here with personal data;
-- a tombstone on the topic of customers deletes the row.
create table customer_contact (
    customer_id uuid   primary key,
    name        text   not null,
    phone       text,
    name_words  text[] not null
);
create index customer_contact_by_name on customer_contact using gin (name_words);

-- What is to pay at the counter; unknown for orders from before.
alter table pickup
    add column total_minor bigint,
    add column currency    text,
    add constraint pickup_total_whole check ((total_minor is null) = (currency is null));

-- The counter looks orders up by number and by customer, and reads those of its point.
create index pickup_by_number on pickup (lower(order_number));
create index pickup_by_customer on pickup (customer_id);
create index pickup_here on pickup (pickup_point, placed_at, order_id)
    where handed_over_at is null and journey_end is null;

-- The desks' lists are of one kind each, what is due first comes first.
create index promise_open_of_kind on promise (kind, desk, due_at, id) where kept_at is null and withdrawn_at is null;

-- What the supplier said first, beside what it says now.
alter table purchase_order add column first_eta_at timestamptz;
update purchase_order set first_eta_at = eta_at;
alter table purchase_order alter column first_eta_at set not null;

-- A shelf has an address of its own on the warehouse's screen.
alter table stock_level
    add column id uuid generated always as (cast(md5(pickup_point || '/' || sku) as uuid)) stored;
create unique index stock_level_by_id on stock_level (id);
create index stock_level_by_sku on stock_level (sku);

-- A supplier brings less than ordered, and that is all.
alter table purchase_order add column close_reason text;
alter table purchase_order_line add column cancelled int not null default 0 check (cancelled >= 0);
drop index purchase_order_line_expected;
create index purchase_order_line_expected on purchase_order_line (sku) where arrived + cancelled < quantity;

-- Pieces that left a shelf without a customer: what is claimed from the supplier, and what a stocktaking misses.
create table goods_loss (
    id           bigint generated always as identity primary key,
    order_id     uuid        not null,
    pickup_point text        not null,
    sku          text        not null,
    pieces       int         not null check (pieces > 0),
    reason       text        not null,
    reported_by  text        not null,
    reported_at  timestamptz not null
);

-- Counts the changes of purchase orders, so that the warehouse's screen knows at the cost of one look that there was one.
create sequence purchase_order_change;
