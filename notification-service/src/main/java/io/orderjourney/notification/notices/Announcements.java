package io.orderjourney.notification.notices;

/** Where the watch hands in what the customer must hear. Joins the running transaction; sending comes later. */
public interface Announcements {

    /** Plans one message for this change, or adds it to one of the same customer that has not left yet. */
    void announce(DateChange change);
}
