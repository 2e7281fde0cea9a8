package io.orderjourney.rest.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items in the list's stable order
 * @param next cursor of the page after this one; null on the last page
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Makes a page from one row more than the page holds: ask the database for {@link PageRequest#rowsWanted()}.
     *
     * @param place where the list goes on after this item
     */
    public static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, Cursor> place) {
        if (rows.size() <= request.limit()) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, request.limit());
        return new Page<>(items, place.apply(items.get(items.size() - 1)).encode(request.list()));
    }

    /**
     * Makes a page of a list that is filtered while it is read: it may be short, or empty, and still go on.
     *
     * @param after the last place that was read; null at the end of the list
     */
    public static <T> Page<T> continuing(List<T> items, PageRequest request, @Nullable Cursor after) {
        return new Page<>(items, after == null ? null : after.encode(request.list()));
    }

    /** The same page with other items. */
    public <R> Page<R> map(Function<? super T, ? extends R> each) {
        return new Page<>(items.stream().<R>map(each).toList(), next);
    }
}
