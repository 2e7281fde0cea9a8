package io.orderjourney.fulfillment.supply;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who changes something, and in answer to what.
 *
 * @param actor a person, a partner or a service, e.g. {@code warehouse:ewa}
 * @param eventId the event that is answered, if it is one
 */
public record Trigger(String actor, @Nullable UUID eventId) {

    /** A person or a partner at one of the doors. */
    public static Trigger of(String actor) {
        return new Trigger(actor, null);
    }

    /** Another service's fact. */
    public static Trigger of(String source, UUID eventId) {
        return new Trigger(source.startsWith("/") ? source.substring(1) : source, eventId);
    }
}
