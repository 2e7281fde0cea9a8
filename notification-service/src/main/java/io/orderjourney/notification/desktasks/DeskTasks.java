package io.orderjourney.notification.desktasks;

import io.orderjourney.contracts.Desk;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The store of desk tasks. Every call joins the running transaction. */
public interface DeskTasks {

    /** @return false if the same task about the same revision was asked before */
    boolean add(DeskTask task);

    Optional<DeskTask> find(UUID id);

    Optional<DeskTask> findForChange(UUID id);

    void change(DeskTask task);

    /** Open tasks about any of these promises; nobody else changes them until this transaction ends. */
    List<DeskTask> about(Collection<UUID> promiseIds);

    /** Open calls of a journey that stand for a message; nobody else changes them until this transaction ends. */
    List<DeskTask> calls(UUID journeyId);

    /** Open tasks of a journey; nobody else changes them until this transaction ends. */
    List<DeskTask> open(UUID journeyId);

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
