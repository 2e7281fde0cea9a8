package io.orderjourney.notification.webhooks;

import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An address of another system.
 *
 * @param types the event types that it is sent; empty: all of {@link #TYPES}
 * @param lastTakenAt when it last took a message; absent if it never did
 * @param disabledAt since when nothing is sent; what happens meanwhile is kept for it
 */
public record WebhookEndpoint(
        UUID id,
        String url,
        Set<String> types,
        String description,
        Instant createdAt,
        @Nullable Instant lastTakenAt,
        @Nullable Instant disabledAt,
        @Nullable String disabledBecause) {

    /** What can be sent. No event holds personal data. */
    public static final Set<EventType<?>> TYPES = Set.of(
            EventTypes.ORDER_PLACED,
            EventTypes.ORDER_CONFIRMED,
            EventTypes.JOURNEY_ENDED,
            EventTypes.READY_FOR_PICKUP,
            EventTypes.READINESS_WITHDRAWN,
            EventTypes.GOODS_HANDED_OVER,
            EventTypes.PROMISE_MADE,
            EventTypes.PROMISE_RESCHEDULED,
            EventTypes.PROMISE_AT_RISK,
            EventTypes.PROMISE_KEPT,
            EventTypes.PROMISE_MISSED,
            EventTypes.PROMISE_WITHDRAWN,
            EventTypes.PROMISE_PAUSED);

    /** The type of the message that only tries whether an endpoint works. */
    public static final String TEST = "webhooks.test.v1";

    private static final Set<String> NAMES =
            TYPES.stream().map(EventType::wireName).collect(Collectors.toUnmodifiableSet());

    /** The names of all types, in order. */
    public static List<String> typeNames() {
        return NAMES.stream().sorted().toList();
    }

    /** Those of the wanted types that are never sent. */
    public static List<String> unknown(Set<String> wanted) {
        return wanted.stream().filter(type -> !NAMES.contains(type)).sorted().toList();
    }
}
