package io.orderjourney.console.desk;

/** How a row of a queue stands, the most urgent first. Each has a word and a sign of its own, never a colour alone. */
public enum Urgency {
    /** The time the customer believes in has passed. */
    LATE("bad"),
    /** It will pass before the work is done, as things stand. */
    AT_RISK("warn"),
    /** Due today, and it fits. */
    TODAY("good"),
    /** Due on another day. */
    LATER("plain"),
    /** The customer has to act first. */
    WAITING("plain");

    private final String look;

    Urgency(String look) {
        this.look = look;
    }

    public String look() {
        return look;
    }
}
