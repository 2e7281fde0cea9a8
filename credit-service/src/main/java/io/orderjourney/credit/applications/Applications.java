package io.orderjourney.credit.applications;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All applications. To change one, read it <em>for change</em> first: a plain read before would hide what others changed. */
public interface Applications {

    Optional<Application> find(UUID id);

    Optional<Application> ofJourney(UUID journeyId);

    /** As {@link #find}, locked until this transaction ends. */
    Optional<Application> findForChange(UUID id);

    /**
     * As {@link #findForChange}.
     *
     * @throws Application.NotFound if there is none
     */
    default Application requireForChange(UUID id) {
        return findForChange(id).orElseThrow(Application.NotFound::new);
    }

    /** As {@link #ofJourney}, locked until this transaction ends. */
    Optional<Application> ofJourneyForChange(UUID journeyId);

    /** @return false if the journey had an application before: then nothing changed */
    boolean add(Application application);

    /** Stores it as it is now and returns it with its new version. */
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
    List<UUID> lockWithoutAppointment(String pickupPoint, int atMost);

    /** Those for which the credit desk owes a customer something, what is due first comes first. */
    List<Application> owed(int atMost);

    /** A number that changes whenever {@link #owed} does; cheap. */
    long owedRevision();

    /** A place in the list. */
    record Place(Instant openedAt, UUID id) {}
}
