-- The W3C trace of the request or event that led to a message; it goes on in the mail's header.
alter table notice add column traceparent text;
