package io.orderjourney.fulfillment.supply;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who changes something, and in response to what.
 *
 * @param actor a person, a partner or a service, e.g. {@code warehouse:ewa}
 * @param eventId the event that is handled, if it is one
 */
public record Trigger(String actor, @Nullable UUID eventId) {

    /** A person's or a partner's request. */
    public static Trigger of(String actor) {
        return new Trigger(actor, null);
    }

    /** An event of another service or a partner. */
    public static Trigger of(String source, UUID eventId) {
        return new Trigger(source.startsWith("/") ? source.substring(1) : source, eventId);
    }
}
