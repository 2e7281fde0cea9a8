package io.orderjourney.console.desk;

import java.time.Instant;
import java.time.ZoneId;

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

    /**
     * How work stands that is due at {@code dueAt}.
     *
     * @param atRisk whether the forecast says that it slips
     * @param waiting whether the customer has to act first
     * @param zone of the shop, in which a day ends
     */
    public static Urgency of(Instant dueAt, boolean atRisk, boolean waiting, Instant now, ZoneId zone) {
        if (waiting) {
            return WAITING;
        }
        if (now.isAfter(dueAt)) {
            return LATE;
        }
        if (atRisk) {
            return AT_RISK;
        }
        boolean today = dueAt.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        return today ? TODAY : LATER;
    }

    public String look() {
        return look;
    }
}
