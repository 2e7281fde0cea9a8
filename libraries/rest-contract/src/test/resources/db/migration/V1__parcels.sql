create table parcel (
    id      bigint generated always as identity primary key,
    name    text   not null,
    version bigint not null
);
