-- What the other services said last about themselves: how old the news of each is.
create table service_report (
    service             text primary key,
    reports             bigint not null,
    unpublished_seconds bigint not null
);
