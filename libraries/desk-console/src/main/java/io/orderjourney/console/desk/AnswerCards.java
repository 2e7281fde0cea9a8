package io.orderjourney.console.desk;

import io.orderjourney.console.Viewer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the one service that knows the answer cards gives, so that every desk can show them. */
public interface AnswerCards {

    /** @return empty as long as nothing is known of such a journey */
    Optional<Card> card(UUID journeyId, Viewer viewer);

    /**
     * Notes that this viewer has the card open, and says who else has.
     *
     * @return their names, as colleagues read them; empty if there is no one else
     */
    List<String> alsoOpenFor(UUID journeyId, Viewer viewer);
}
