package io.orderjourney.rest.paging;

import io.orderjourney.rest.problem.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which page is wanted.
 *
 * @param list names the list and its filters, so that a cursor of one list is not taken for one of another
 * @param limit items at most, 1 to 200
 * @param after the place of the last item of the page before; empty for the first page
 */
public record PageRequest(String list, int limit, Optional<Cursor> after) {

    public static final int LIMIT_DEFAULT = 50;
    public static final int LIMIT_MAX = 200;

    /**
     * Reads the query parameters {@code limit} and {@code cursor} as they were sent.
     *
     * @param list names the list with its filters, such as {@code "promises?desk=CREDIT"}
     * @throws Problem 400 {@code parameter-invalid} or {@code cursor-invalid}
     */
    public static PageRequest of(String list, @Nullable String limit, @Nullable String cursor) {
        return new PageRequest(list, limit(limit), Optional.ofNullable(cursor).map(text -> Cursor.decode(list, text)));
    }

    private static int limit(@Nullable String limit) {
        if (limit == null) {
            return LIMIT_DEFAULT;
        }
        int value = limit.matches("[0-9]{1,3}") ? Integer.parseInt(limit) : 0;
        if (value < 1 || value > LIMIT_MAX) {
            throw Problem.invalidParameter("limit", "A whole number from 1 to " + LIMIT_MAX + ".");
        }
        return value;
    }

    /** Rows to ask the database for: one more than the page holds tells whether there is a next page. */
    public int rowsWanted() {
        return limit + 1;
    }
}
