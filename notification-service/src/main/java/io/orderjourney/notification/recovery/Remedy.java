package io.orderjourney.notification.recovery;

/** A part of making up for a broken promise. */
public enum Remedy {
    /** A person calls and apologises. */
    CALL(false),
    /** A written apology; the code, if there is one, is in it. */
    MAIL(false),
    /** A small gift with the goods. */
    GIFT(true),
    /** A code for the next order, good once. */
    CODE(true);

    private final boolean costly;

    Remedy(boolean costly) {
        this.costly = costly;
    }

    /** Whether it is paid for from the budget; an apology never is too expensive. */
    public boolean isCostly() {
        return costly;
    }
}
