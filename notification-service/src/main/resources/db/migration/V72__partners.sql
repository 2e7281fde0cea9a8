-- What was agreed with those outside who promise the shop something.
create table partner (
    name          text   primary key,
    role          text   not null,
    support_hours text   not null,
    phone         text,
    grace_seconds bigint not null,
    penalty_minor bigint not null
);

-- What a partner said about a journey, and what they did.
create table partner_word (
    journey_id uuid        not null,
    role       text        not null,
    partner    text        not null,
    first_at   timestamptz not null,
    last_at    timestamptz not null,
    moves      int         not null,
    done_at    timestamptz,
    broken     boolean     not null default false,
    primary key (journey_id, role)
);
create index partner_word_broken on partner_word (partner, done_at desc, journey_id desc) where broken;

-- What the words of a month add up to: a look counts nothing.
create table partner_score (
    partner      text   not null,
    month        date   not null,
    role         text   not null,
    kept         bigint not null,
    moved        bigint not null,
    broken       bigint not null,
    moves        bigint not null,
    late_seconds bigint not null,
    primary key (partner, month)
);
create index partner_score_of_month on partner_score (month);
