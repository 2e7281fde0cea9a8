package io.orderjourney.notification.incidents;

import io.orderjourney.contracts.PromiseKind;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which open promises an incident puts in danger.
 *
 * @param kinds the kinds of promise; with none nothing is in danger
 * @param partner only what this partner does its part of; absent: all
 * @param pickupPoint only journeys of this point; absent: all
 * @param dueFromAt only what is due then or later; absent: all
 * @param dueUntilAt only what is due by then; absent: all
 */
public record IncidentScope(
        List<PromiseKind> kinds,
        @Nullable String partner,
        @Nullable String pickupPoint,
        @Nullable Instant dueFromAt,
        @Nullable Instant dueUntilAt) {

    public IncidentScope {
        kinds = List.copyOf(kinds);
        if (dueFromAt != null && dueUntilAt != null && dueUntilAt.isBefore(dueFromAt)) {
            throw new IllegalArgumentException("the time until which promises are due lies before the time from which");
        }
    }

    /** Whether an open promise is in danger. */
    public boolean covers(AffectedPromise promise) {
        return kinds.contains(promise.kind())
                && (partner == null || partner.equals(promise.partner()))
                && (pickupPoint == null || Objects.equals(pickupPoint, promise.pickupPoint()))
                && (dueFromAt == null || !promise.dueAt().isBefore(dueFromAt))
                && (dueUntilAt == null || !promise.dueAt().isAfter(dueUntilAt));
    }
}
