package io.orderjourney.console.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The work of a desk, what slips next first.
 *
 * @param rows as many as fit the screen's limit
 * @param counts how many there are of each urgency among the rows read
 * @param nextCursor for what comes after; null at the end
 */
public record Queue(
        List<QueueRow> rows,
        Map<Urgency, Long> counts,
        @Nullable String nextCursor) {

    /** At most this many rows in one view. */
    public static final int ROWS_MAX = 50;

    /**
     * Rows that stand under one heading.
     *
     * @param title null for a queue without sections
     */
    public record Section(@Nullable String title, List<QueueRow> rows) {}

    /**
     * The rows that the filter lets through, with the counts of all of them.
     *
     * @param nextCursor for what comes after; null at the end
     */
    public static Queue of(List<QueueRow> all, QueueFilter filter, @Nullable String nextCursor) {
        return new Queue(
                all.stream()
                        .filter(row -> filter.urgency() == null || row.urgency() == filter.urgency())
                        .toList(),
                all.stream().collect(Collectors.groupingBy(QueueRow::urgency, Collectors.counting())),
                nextCursor);
    }

    /** Its first rows, as many as one view shows, with the counts of all. */
    public Queue firstRows() {
        return new Queue(rows.stream().limit(ROWS_MAX).toList(), counts, nextCursor);
    }

    /** The rows as they stand, a new section wherever the heading changes. */
    public List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        for (QueueRow row : rows) {
            Section last = sections.isEmpty() ? null : sections.get(sections.size() - 1);
            if (last == null || !Objects.equals(last.title(), row.section())) {
                last = new Section(row.section(), new ArrayList<>());
                sections.add(last);
            }
            last.rows().add(row);
        }
        return sections;
    }
}
