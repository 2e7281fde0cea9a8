-- What became of each mail that came in; the mail itself stays in the mailbox. The key makes it happen once.
create table inbound_mail (
    mail_key   uuid primary key,
    message_id text        not null,
    verdict    text        not null,
    journey_id uuid,
    taken_at   timestamptz not null
);
-- Mails that a person has to look at.
create index inbound_mail_aside on inbound_mail (taken_at)
    where verdict in ('NO_SENDER', 'NO_TEXT', 'TOO_LARGE', 'UNREADABLE', 'BULK');

-- Messages that reached a customer: a mail that answers one of them belongs to its journey.
create table sent_message (
    message_id uuid primary key,
    journey_id uuid not null
);
