package io.orderjourney.notification.notices;

/** Inside this service, after the commit: a message or one more way for it was planned, or leaves earlier than before. */
public record NoticePlanned() {}
