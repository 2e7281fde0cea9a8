package io.orderjourney.notification.notices;

import io.orderjourney.contracts.orders.LineChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Several changes of an order that are told in one message are told as one: from what it was at first to what it is now. */
public final class UntoldChanges {

    private UntoldChanges() {}

    /** @return by article; empty if the order is again what it was at first */
    public static List<LineChange> together(List<LineChange> before, List<LineChange> later) {
        Map<String, LineChange> bySku = new LinkedHashMap<>();
        Stream.of(before, later)
                .flatMap(List::stream)
                .forEach(change -> bySku.merge(
                        change.sku(),
                        change,
                        (first, last) ->
                                new LineChange(last.sku(), last.name(), first.quantityBefore(), last.quantity())));
        return bySku.values().stream()
                .filter(change -> change.quantityBefore() != change.quantity())
                .toList();
    }
}
