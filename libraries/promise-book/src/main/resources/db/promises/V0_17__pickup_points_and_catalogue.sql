-- The shop's pickup points as last published; a point is closed, never deleted.
create table pickup_point (
    code     text primary key,
    revision int  not null,
    point    text not null
);

-- The articles that the shop sells, where a service needs them; an article is discontinued, never deleted.
create table catalogue_item (
    sku          text primary key,
    revision     int     not null,
    name         text    not null,
    discontinued boolean not null
);
