package io.orderjourney.messaging.consume;

import io.orderjourney.contracts.EventType;
import java.util.List;
import java.util.Set;

/** A feature that acts on events. Usually made with {@link EventHandlers}. */
public interface EventConsumer {

    Set<EventType<?>> types();

    /**
     * Acts on events that this service has not acted on before, in order per journey and topic. It runs in the transaction
     * that remembers them: if it throws, nothing has happened, and the events come again. It must not start a transaction
     * of its own, nor call another system.
     */
    void apply(List<ReceivedEvent<?>> freshEvents);
}
