-- Who is to be asked how it was, and when.
create table feedback_due (
    journey_id uuid        primary key,
    ask_at     timestamptz not null
);
create index feedback_due_next on feedback_due (ask_at);

create table feedback_customer (
    customer_id uuid        primary key,
    asked_at    timestamptz,
    opted_out   boolean     not null default false
);

-- What customers answered. Their words are personal data and go with the customer.
create table feedback (
    journey_id  uuid        primary key,
    customer_id uuid        not null,
    rating      int         not null,
    cause       text        not null,
    words       text,
    code        text,
    given_at    timestamptz not null
);
create index feedback_list on feedback (given_at desc, journey_id desc);
create index feedback_of_customer on feedback (customer_id);

-- What the answers of each day add up to: a look counts nothing.
create table feedback_count (
    day     date   not null,
    cause   text   not null,
    rating  int    not null,
    answers bigint not null,
    primary key (day, cause, rating)
);

-- The policy, if management changed it.
create table feedback_policy (
    the_only boolean primary key default true check (the_only),
    policy   text    not null
);
