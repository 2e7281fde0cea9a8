package io.orderjourney.notification.sources;

import java.util.Set;

/**
 * Of which services too little is known to speak about their promises: a call that was made may not be known here yet.
 *
 * @param stale the services whose last news is older than the margin
 */
public record SourceFreshness(Set<String> stale) {

    /** All news is in. */
    public static final SourceFreshness ALL_FRESH = new SourceFreshness(Set.of());

    public SourceFreshness {
        stale = Set.copyOf(stale);
    }

    public boolean isFresh(String service) {
        return !stale.contains(service);
    }

    public boolean isAllFresh() {
        return stale.isEmpty();
    }
}
