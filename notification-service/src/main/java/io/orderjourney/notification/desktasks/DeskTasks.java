package io.orderjourney.notification.desktasks;

import io.orderjourney.contracts.Desk;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The store of desk tasks. Every call joins the running transaction. */
public interface DeskTasks {

    /** Adds tasks; of the same about the same revision the first one stays. @return the ids of those that were added */
    Set<UUID> add(Collection<DeskTask> tasks);

    Optional<DeskTask> find(UUID id);

    Optional<DeskTask> findForChange(UUID id);

    /** Stores how these tasks ended. */
    void change(Collection<DeskTask> tasks);

    /** Open tasks about any of these promises; nobody else changes them until this transaction ends. */
    List<DeskTask> about(Collection<UUID> promiseIds);

    /** Open calls of these journeys that stand for a message; nobody else changes them until this transaction ends. */
    List<DeskTask> calls(Collection<UUID> journeyIds);

    /** Open tasks of these journeys; nobody else changes them until this transaction ends. */
    List<DeskTask> open(Collection<UUID> journeyIds);

    /** Open tasks of these journeys; read, not locked. */
    List<DeskTask> openOf(Collection<UUID> journeyIds);

    /** Open tasks of a desk or of all, about a journey or about any, most urgent first, after a place in that order. */
    List<DeskTask> queue(
            @Nullable Desk desk,
            @Nullable UUID journeyId,
            @Nullable Instant afterDoBeforeAt,
            @Nullable UUID afterId,
            int atMost);
}
