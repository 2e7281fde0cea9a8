create table effect (event_id uuid not null, note text not null);
create table customer (id text primary key, note text not null);
create table customer_copy (id text primary key, note text not null);
