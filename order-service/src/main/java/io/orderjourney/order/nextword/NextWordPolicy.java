package io.orderjourney.order.nextword;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.promises.Promise;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The next update is given when the customer got a message after there was news to tell: the pickup point promised a day, or
 * another desk took the word over. A message from before that told him nothing new.
 */
public final class NextWordPolicy {

    private NextWordPolicy() {}

    /** Whether this promise is the news that the customer waits for. */
    public static boolean isNews(Promise promise, String self) {
        return !promise.owner().equals(self)
                && (promise.kind().equals(PromiseKind.PICKUP_READY)
                        || promise.kind().equals(PromiseKind.NEXT_UPDATE));
    }

    /** The message that gave the word, if there was one. */
    public static Optional<EarlyNotice> wordGiven(
            List<Promise> promises, Collection<EarlyNotice> notices, String self) {
        Optional<Instant> newsAt = promises.stream()
                .filter(promise -> isNews(promise, self))
                .map(Promise::madeAt)
                .min(Instant::compareTo);
        return newsAt.flatMap(since -> notices.stream()
                .filter(notice -> !notice.handedOverAt().isBefore(since))
                .findFirst());
    }
}
