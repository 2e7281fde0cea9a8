package io.orderjourney.fulfillment.masterdata;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every change of a pickup point or an article, for good. Each call joins the running transaction. */
public interface MasterDataHistory {

    /** What was changed. */
    enum Kind {
        POINT,
        ARTICLE
    }

    /** A value that is another one than before, as people write it; empty where there was or is none. */
    record Change(String field, String before, String after) {

        /** What differs, in the order of the fields. */
        public static List<Change> between(Map<String, String> before, Map<String, String> after) {
            Set<String> fields = new LinkedHashSet<>(after.keySet());
            fields.addAll(before.keySet());
            return fields.stream()
                    .map(field -> new Change(field, before.getOrDefault(field, ""), after.getOrDefault(field, "")))
                    .filter(change -> !change.before().equals(change.after()))
                    .toList();
        }
    }

    /**
     * One change.
     *
     * @param code of the point or the article
     * @param revision that it has since then
     * @param changedBy who decided it
     */
    record Entry(Kind kind, String code, int revision, String changedBy, Instant changedAt, List<Change> changes) {}

    /** An entry and its place among all of them. */
    record Past(long position, Entry entry) {}

    void remember(Entry entry);

    /** The latest first, from before this position on. */
    List<Past> before(long position, int atMost);
}
