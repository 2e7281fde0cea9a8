package io.orderjourney.contracts;

/** How exactly a due time was said. */
public enum Precision {
    /** By a time of day. */
    BY_TIME,
    /** By the end of the desk's business day; dueAt is its closing time. */
    END_OF_DAY,
    /** Inside a window; dueAt is its end. */
    WINDOW
}
