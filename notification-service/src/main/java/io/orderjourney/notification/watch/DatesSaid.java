package io.orderjourney.notification.watch;

import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.promises.Promise;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Every date that was said about one promise.
 *
 * @param dates in any order; the first may be missing while its event is on its way
 */
public record DatesSaid(Promise promise, List<SaidDate> dates) {

    /** The date of a revision, or of the last one before it that is known. */
    public SaidDate at(int revision) {
        return dates.stream()
                .filter(date -> date.revision() <= revision)
                .reduce((one, other) -> one.revision() > other.revision() ? one : other)
                .orElseGet(this::first);
    }

    /** The date that the customer had in hand before the present one: what was handed over, or what was said first. */
    public SaidDate heardBefore() {
        return dates.stream()
                .filter(date -> date.revision() < promise.revision() && date.handedOverAt() != null)
                .max(Comparator.comparingInt(SaidDate::revision))
                .orElseGet(this::first);
    }

    /** Why the present date replaced the one before; absent for the first date. */
    public @Nullable ReasonCode reason() {
        return dates.stream()
                .filter(date -> date.revision() == promise.revision())
                .map(SaidDate::reason)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private SaidDate first() {
        return new SaidDate(
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
