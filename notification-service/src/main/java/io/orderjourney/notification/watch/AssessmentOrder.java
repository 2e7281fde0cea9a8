package io.orderjourney.notification.watch;

import io.orderjourney.promises.Promise;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What waits is judged after what it waits for. So a cause and what follows from it change at the same moment, and one
 * message tells of both.
 */
public final class AssessmentOrder {

    private AssessmentOrder() {}

    /** The promises of a journey, each after the open ones that it waits for. */
    public static List<Promise> of(Collection<Promise> promises) {
        Map<UUID, Promise> inOrder = new LinkedHashMap<>();
        Set<UUID> met = new HashSet<>();
        promises.forEach(promise -> place(promise, promises, met, inOrder));
        return List.copyOf(inOrder.values());
    }

    /** The open promises that this one waits for, and those that they wait for. */
    public static List<Promise> causesOf(Promise promise, Collection<Promise> promises) {
        Map<UUID, Promise> inOrder = new LinkedHashMap<>();
        place(promise, promises, new HashSet<>(), inOrder);
        inOrder.remove(promise.id());
        return new ArrayList<>(inOrder.values());
    }

    private static void place(
            Promise promise, Collection<Promise> promises, Set<UUID> met, Map<UUID, Promise> inOrder) {
        // A circle in a shop's own policy ends where it began.
        if (!met.add(promise.id())) {
            return;
        }
        for (Promise other : promises) {
            if (other.isOpen() && promise.waitsFor().contains(other.kind())) {
                place(other, promises, met, inOrder);
            }
        }
        inOrder.put(promise.id(), promise);
    }
}
