package io.orderjourney.credit.applications;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All applications. Whoever is about to change one asks for it <em>for change</em>, before reading it in another way. */
public interface Applications {

    Optional<Application> find(UUID id);

    Optional<Application> ofJourney(UUID journeyId);

    /** As {@link #find}, and nobody else changes it until this transaction ends. */
    Optional<Application> findForChange(UUID id);

    /** As {@link #ofJourney}, and nobody else changes it until this transaction ends. */
    Optional<Application> ofJourneyForChange(UUID journeyId);

    /** @return false if the journey had an application before: then nothing changed */
    boolean add(Application application);

    /** Stores it as it is now; the answer carries its new version. */
    Application change(Application application);

    /**
     * Oldest first.
     *
     * @param state null for all
     * @param after the place to go on from; null for the beginning
     */
    List<Application> list(@Nullable ApplicationState state, @Nullable Place after, int atMost);

    /**
     * Those of a pickup point whose customers could sign and have no time for it, the longest waiting first, and nobody else
     * changes them until this transaction ends. One that somebody else is just changing is left out.
     */
    List<UUID> holdWithoutAppointment(String pickupPoint, int atMost);

    /** A place in the list. */
    record Place(Instant openedAt, UUID id) {}
}
