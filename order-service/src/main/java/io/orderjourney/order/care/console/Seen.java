package io.orderjourney.order.care.console;

import io.orderjourney.order.care.usecase.FindJourneys.Found;
import io.orderjourney.promises.Promise;
import org.jspecify.annotations.Nullable;

/** The versions of all that a panel of customer care shows, so that two people at one order notice each other. */
record Seen(long order, long customer, long callback) {

    private static final long NONE = -1;

    static Seen of(Found found) {
        return new Seen(
                found.order().version(),
                found.customer() == null ? NONE : found.customer().version(),
                found.callback().map(Promise::revision).map(Long::valueOf).orElse(NONE));
    }

    /** @return null if the text is none of ours */
    static @Nullable Seen read(String version) {
        if (!version.matches("\\d{1,18}_-?\\d{1,18}_-?\\d{1,18}")) {
            return null;
        }
        String[] parts = version.split("_");
        return new Seen(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }

    @Override
    public String toString() {
        return order + "_" + customer + "_" + callback;
    }
}
