package io.orderjourney.notification.notices;

/** Where a message stands as a whole; what became of it on each channel, its deliveries say. */
public enum NoticeState {
    /** It may still grow. */
    PLANNED,
    /** It is on its way, or arrived. */
    LEFT,
    /** It was not sent at all. */
    DROPPED
}
