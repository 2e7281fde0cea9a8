package io.orderjourney.console.desk;

import java.util.List;
import java.util.Map;
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
}
