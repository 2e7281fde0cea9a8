package io.orderjourney.order.answercard;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who has looked at which card lately. Every call joins the running transaction. */
public interface CardViewers {

    /**
     * Somebody who looked.
     *
     * @param person a short name that no two people share
     * @param name as colleagues read it
     */
    record CardViewer(String person, String name) {}

    /** This person looks at this card now. What was not looked at since {@code lapsedAt} is forgotten, a little at a time. */
    void seen(UUID journeyId, CardViewer viewer, Instant now, Instant lapsedAt);

    /** Everybody who has looked at this card after {@code lapsedAt}, by name. */
    List<CardViewer> of(UUID journeyId, Instant lapsedAt);
}
