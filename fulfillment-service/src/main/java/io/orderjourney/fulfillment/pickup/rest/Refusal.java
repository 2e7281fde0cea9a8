package io.orderjourney.fulfillment.pickup.rest;

import java.util.Objects;

/** The text of a rule's refusal. */
public final class Refusal {

    private Refusal() {}

    /** The rule's own message. */
    public static String text(RuntimeException refused) {
        return Objects.requireNonNullElse(refused.getMessage(), "Refused");
    }
}
