package io.orderjourney.messaging.consume;

import io.orderjourney.contracts.EventType;
import java.util.List;
import java.util.Set;

/** A feature that acts on events. Usually made with {@link EventHandlers}. */
public interface EventConsumer {

    /** When a subscriber sees an event, before or after the others. */
    enum Phase {
        /** It copies what the event says; others may rely on the copy. */
        LEARN,
        /** It acts on the event, and on what has been learned by then. */
        REACT
    }

    /** All that learn from some events see them before any that react to them. */
    default Phase phase() {
        return Phase.REACT;
    }

    Set<EventType<?>> types();

    /**
     * Acts on events that this service has not acted on before, in order per journey and topic. It runs in the transaction
     * that remembers them: if it throws, nothing has happened, and the events come again. It must not start a transaction
     * of its own, nor call another system.
     */
    void apply(List<ReceivedEvent<?>> freshEvents);
}
