-- The shelf. The check is the last fence against overselling: no code, however wrong, reserves a piece that is not there.
create table stock_level (
    pickup_point text   not null,
    sku          text   not null,
    on_hand      int    not null check (on_hand >= 0),
    reserved     int    not null check (reserved >= 0),
    version      bigint not null,
    primary key (pickup_point, sku),
    constraint nothing_oversold check (reserved <= on_hand)
) with (fillfactor = 85);

-- What suppliers will bring. A line is changed only by who holds the stock level of its item.
create table purchase_order (
    id           uuid primary key,
    supplier     text        not null,
    pickup_point text        not null,
    eta_at       timestamptz not null,
    eta_why      text,
    ordered_at   timestamptz not null,
    version      bigint      not null
);

create index purchase_order_by_eta on purchase_order (eta_at, id);

create table purchase_order_line (
    purchase_order_id uuid not null references purchase_order,
    sku               text not null,
    quantity          int  not null check (quantity > 0),
    arrived           int  not null check (arrived >= 0),
    primary key (purchase_order_id, sku)
);

create index purchase_order_line_expected on purchase_order_line (sku) where arrived < quantity;

-- The book of arrivals. The reference is the reporter's own: what was booked in once is not booked in again.
create table stock_arrival (
    reference         text primary key,
    pickup_point      text        not null,
    purchase_order_id uuid,
    arrived_at        timestamptz not null,
    booked_in_at      timestamptz not null,
    booked_in_by      text        not null
);

create table stock_arrival_line (
    reference text not null references stock_arrival,
    sku       text not null,
    quantity  int  not null check (quantity > 0),
    primary key (reference, sku)
);

-- The queue: whoever ordered first is served first.
create sequence reservation_place;

-- What an order was last told about its goods, so that news is told once.
create table reservation (
    order_id     uuid primary key,
    pickup_point text        not null,
    place        bigint      not null unique,
    reserved_at  timestamptz not null,
    told_state   text,
    told_eta_at  timestamptz
) with (fillfactor = 85);

create table reservation_line (
    order_id     uuid   not null references reservation,
    sku          text   not null,
    pickup_point text   not null,
    place        bigint not null,
    name         text   not null,
    quantity     int    not null check (quantity > 0),
    on_shelf     int    not null check (on_shelf between 0 and quantity),
    primary key (order_id, sku)
) with (fillfactor = 85);

create index reservation_line_waiting on reservation_line (pickup_point, sku, place) where on_shelf < quantity;

-- Pieces of purchase orders that an order waits for; written anew whenever an item is shared out again.
create table reservation_claim (
    order_id          uuid not null,
    sku               text not null,
    purchase_order_id uuid not null references purchase_order,
    quantity          int  not null check (quantity > 0),
    primary key (order_id, sku, purchase_order_id),
    foreign key (order_id, sku) references reservation_line
);

-- Orders on their way to the counter. Ready is not a column: it follows from the gates.
create table pickup (
    order_id       uuid primary key,
    order_number   text        not null,
    customer_id    uuid        not null,
    language       text        not null,
    payment        text        not null,
    pickup_point   text        not null,
    placed_at      timestamptz not null,
    readiness      int         not null check (readiness >= 0),
    told_readiness int         not null check (told_readiness between 0 and readiness),
    handed_over_at timestamptz,
    handed_over_by text,
    version        bigint      not null
) with (fillfactor = 85);

create table pickup_gate (
    order_id   uuid not null references pickup,
    gate       text not null,
    opened_at  timestamptz,
    closed_at  timestamptz,
    closed_why text,
    primary key (order_id, gate)
) with (fillfactor = 85);

-- Facts about orders that are not known here yet: topics are read side by side.
create table early_gate (
    order_id  uuid        not null,
    gate      text        not null,
    opened_at timestamptz not null,
    primary key (order_id, gate)
);
