package io.orderjourney.notification.sources;

import io.orderjourney.notification.sources.SourceReports.Reported;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How old the news of each service is. News is complete up to a report of the service when everything that lay on the topics
 * then was processed here. Times are those of this process, in nanoseconds, from any beginning.
 */
public final class SourceAges {

    private final Duration margin;
    private final Map<String, Long> reports = new HashMap<>();
    private final Map<String, Long> completeAt = new HashMap<>();
    private @Nullable Boolean begun;

    /** @param margin what is older is too old to speak on */
    public SourceAges(Duration margin) {
        this.margin = margin;
    }

    /** What services had reported before this process looked for the first time is no news: they may have fallen silent since. */
    public synchronized void begin(Collection<Reported> known) {
        if (begun == null) {
            known.forEach(one -> reports.put(one.service(), one.reports()));
            begun = true;
        }
    }

    /** Everything was processed that lay on the topics when these reports were read, at {@code readAt}. */
    public synchronized void complete(Collection<Reported> read, long readAt) {
        Set<String> known = read.stream().map(Reported::service).collect(Collectors.toSet());
        reports.keySet().retainAll(known);
        completeAt.keySet().retainAll(known);
        for (Reported one : read) {
            Long before = reports.put(one.service(), one.reports());
            if (before == null || before < one.reports()) {
                completeAt.put(one.service(), readAt);
            }
        }
    }

    /** @param known the last word of every service */
    public synchronized SourceFreshness at(Collection<Reported> known, long now) {
        Set<String> stale = new HashSet<>();
        for (Reported one : known) {
            Long complete = completeAt.get(one.service());
            boolean behind = one.unpublishedFor().compareTo(margin) > 0;
            if (behind || complete == null || now - complete > margin.toNanos()) {
                stale.add(one.service());
            }
        }
        return new SourceFreshness(stale);
    }
}
