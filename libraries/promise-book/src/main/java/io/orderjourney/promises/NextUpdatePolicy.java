package io.orderjourney.promises;

import io.orderjourney.contracts.PromiseKind;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What keeps the promise of a next update: a message that the customer got after there was news. A message from before told
 * them nothing new, and news that no message carried is not known to them.
 */
public final class NextUpdatePolicy {

    /** The dates that a customer without a date waits for. */
    private static final Set<PromiseKind> DATES =
            Set.of(PromiseKind.PICKUP_READY, PromiseKind.REST_READY, PromiseKind.PICKUP_SLOT, PromiseKind.DELIVERY);

    private static final Comparator<Promise> MADE = Comparator.comparing(Promise::madeAt)
            .thenComparing(promise -> promise.id().toString());

    private NextUpdatePolicy() {}

    /**
     * Whether this promise is the news that a desk's update waits for: a date for the goods, whoever promised it, or an
     * update that another service took over later. A date that was over before the update was promised is none.
     */
    public static boolean isNews(Promise update, Promise other) {
        if (other.withdrawnAt() != null || other.id().equals(update.id())) {
            return false;
        }
        boolean takenOver = other.kind().equals(PromiseKind.NEXT_UPDATE)
                && !other.owner().equals(update.owner())
                && MADE.compare(other, update) > 0;
        boolean stands = other.isOpen() || MADE.compare(other, update) > 0;
        return takenOver || (stands && DATES.contains(other.kind()));
    }

    /** Whether this promise ends a silence in which an update was promised because nothing else was: any one of another service. */
    public static boolean endsSilence(Promise update, Promise other) {
        return other.withdrawnAt() == null && !other.owner().equals(update.owner());
    }

    /**
     * The message that gave the update, if there was one.
     *
     * @param journey all promises of the journey
     */
    public static Optional<Delivery> keptBy(Promise update, Collection<Promise> journey, List<Delivery> oldestFirst) {
        Optional<Instant> newsAt = journey.stream()
                .filter(other -> isNews(update, other))
                .map(Promise::madeAt)
                .min(Instant::compareTo);
        return newsAt.flatMap(since -> oldestFirst.stream()
                .filter(message -> !message.deliveredAt().isBefore(since)
                        && !message.deliveredAt().isBefore(update.madeAt()))
                .findFirst());
    }
}
