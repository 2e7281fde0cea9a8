package io.orderjourney.notification.feedback;

/** What a customer would have wished to be better; each is a cause that the shop can work on. */
public enum FeedbackCause {
    /** All was well. */
    NOTHING,
    /** It took too long. */
    TOO_SLOW,
    /** They did not know how things stood, or heard too late. */
    NOT_INFORMED,
    /** The goods, or their packaging. */
    GOODS,
    /** The people they talked with. */
    PEOPLE,
    /** Something else; their words say what. */
    OTHER
}
