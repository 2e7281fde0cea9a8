package io.orderjourney.notification.ledger;

import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.promises.Promise;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Every date of one promise.
 *
 * @param dates in any order; the first may be missing while its event is on its way
 */
public record DateHistory(Promise promise, List<PromisedDate> dates) {

    /** The date of a revision, or of the last one before it that is known. */
    public PromisedDate at(int revision) {
        return dates.stream()
                .filter(date -> date.revision() <= revision)
                .reduce((one, other) -> one.revision() > other.revision() ? one : other)
                .orElseGet(this::first);
    }

    /** The date before the present one that was delivered last; the first one if none was. */
    public PromisedDate lastDelivered() {
        return dates.stream()
                .filter(date -> date.revision() < promise.revision() && date.deliveredAt() != null)
                .max(Comparator.comparingInt(PromisedDate::revision))
                .orElseGet(this::first);
    }

    /** Why the present date replaced the one before; absent for the first date. */
    public @Nullable ReasonCode reason() {
        return dates.stream()
                .filter(date -> date.revision() == promise.revision())
                .map(PromisedDate::reason)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private PromisedDate first() {
        return new PromisedDate(
                promise.id(),
                0,
                promise.journeyId(),
                promise.firstPromisedAt(),
                promise.revision() == 0 ? promise.windowStartAt() : null,
                null,
                promise.madeBy(),
                false,
                promise.madeAt(),
                promise.madeAt(),
                null);
    }
}
