package io.orderjourney.fulfillment.pickup.rest;

import java.util.Objects;

/** How a rule's refusal is told over HTTP. */
public final class Refusal {

    private Refusal() {}

    /** The rule's own sentence. */
    public static String text(RuntimeException refused) {
        return Objects.requireNonNullElse(refused.getMessage(), "Refused");
    }
}
