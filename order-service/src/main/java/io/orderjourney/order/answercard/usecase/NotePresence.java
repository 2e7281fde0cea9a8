package io.orderjourney.order.answercard.usecase;

import io.orderjourney.order.answercard.CardViewers;
import io.orderjourney.order.answercard.CardViewers.CardViewer;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Notes who has a card open, and says who else has. An open page says so again every fifteen seconds; one that is closed, or
 * out of sight, falls silent. It is kept in the database, so that all replicas know the same.
 */
@ApplicationScoped
public class NotePresence {

    /** Two signs may get lost before somebody counts as gone. */
    static final Duration LASTS = Duration.ofSeconds(45);

    private final CardViewers viewers;
    private final BusinessClock clock;

    NotePresence(CardViewers viewers, BusinessClock clock) {
        this.viewers = viewers;
        this.clock = clock;
    }

    /** @return the names of the others who have it open, in order */
    @Transactional
    public List<String> of(UUID journeyId, CardViewer viewer) {
        Instant now = clock.instant();
        Instant lapsedAt = now.minus(LASTS);
        viewers.seen(journeyId, viewer, now, lapsedAt);
        return viewers.of(journeyId, lapsedAt).stream()
                .filter(other -> !other.person().equals(viewer.person()))
                .map(CardViewer::name)
                .toList();
    }
}
