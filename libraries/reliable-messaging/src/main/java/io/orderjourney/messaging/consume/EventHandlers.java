package io.orderjourney.messaging.consume;

import io.orderjourney.contracts.EventType;
import io.orderjourney.messaging.Spans;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A subscriber in a few lines:
 *
 * <pre>{@code
 * EventHandlers.on(EventTypes.ORDER_PLACED, this::orderPlaced).and(EventTypes.ORDER_CONFIRMED, this::orderConfirmed)
 * }</pre>
 */
public final class EventHandlers implements EventConsumer {

    private final Map<EventType<?>, Consumer<ReceivedEvent<?>>> handlers;

    private final Phase phase;

    private EventHandlers(Map<EventType<?>, Consumer<ReceivedEvent<?>>> handlers, Phase phase) {
        this.handlers = handlers;
        this.phase = phase;
    }

    public static <T> EventHandlers on(EventType<T> type, Consumer<ReceivedEvent<T>> handler) {
        return new EventHandlers(Map.of(), Phase.REACT).and(type, handler);
    }

    /** These handlers and one more; {@code on(...).and(...).and(...)}. */
    @SuppressWarnings("unchecked") // The type of an event is the type of its data: the reader made sure of it.
    public <T> EventHandlers and(EventType<T> type, Consumer<ReceivedEvent<T>> handler) {
        if (handlers.containsKey(type)) {
            throw new IllegalArgumentException("Two handlers for " + type);
        }
        Map<EventType<?>, Consumer<ReceivedEvent<?>>> more = new LinkedHashMap<>(handlers);
        more.put(type, event -> handler.accept((ReceivedEvent<T>) event));
        return new EventHandlers(more, phase);
    }

    /** These handlers in a phase; without, they react. */
    public EventHandlers in(Phase wanted) {
        return new EventHandlers(handlers, wanted);
    }

    @Override
    public Phase phase() {
        return phase;
    }

    @Override
    public Set<EventType<?>> types() {
        return Set.copyOf(handlers.keySet());
    }

    @Override
    public void apply(List<ReceivedEvent<?>> freshEvents) {
        for (ReceivedEvent<?> event : freshEvents) {
            Consumer<ReceivedEvent<?>> handler = handlers.get(event.type());
            if (handler != null) {
                Spans.run(
                        Spans.Kind.CONSUMER,
                        "process " + event.type().wireName(),
                        event.traceparent(),
                        () -> handler.accept(event));
            }
        }
    }
}
