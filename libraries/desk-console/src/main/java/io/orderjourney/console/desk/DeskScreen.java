package io.orderjourney.console.desk;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.console.Viewer;
import io.orderjourney.rest.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;

/** What a service gives so that one of its desks has a screen. */
public interface DeskScreen {

    /** In the address: {@code sales} for {@code /desk/sales}. */
    String name();

    /** Who may see it and act, see {@link io.orderjourney.rest.access.Roles}. */
    String role();

    ConsoleTexts texts(String language);

    Queue queue(QueueFilter filter, Viewer viewer);

    /** A number that changes when the queue does; asked every few seconds while somebody looks, so it must be cheap. */
    long revision(Viewer viewer);

    /** @return empty if the journey does not exist or the viewer may not see it */
    Optional<Panel> panel(UUID journeyId, Viewer viewer);

    /**
     * Does it, and says in the viewer's language what was done.
     *
     * @param version of the panel that the viewer saw
     * @throws Problem if it cannot be done, with the reason
     */
    String act(UUID journeyId, String action, Map<String, String> form, String version, Viewer viewer);

    /**
     * Whether people scan or type what is in front of them, instead of choosing from the queue. Then the page has one large
     * field for it, and {@link #find} answers.
     */
    default boolean scans() {
        return false;
    }

    /** What a scanned or typed text may mean; one match is opened at once. */
    default List<QueueRow> find(String text, Viewer viewer) {
        return List.of();
    }

    /** What an action would lead to with the fields as they are filled in, in the viewer's language; empty for nothing. */
    default String preview(UUID journeyId, String action, Map<String, String> form, Viewer viewer) {
        return "";
    }

    /** What is printed for the shelf and the customer; for panels with {@link Panel.Extra#SLIP}. */
    default Optional<Slip> slip(UUID journeyId, Viewer viewer) {
        return Optional.empty();
    }

    /**
     * Refuses to act on another version than the one that the viewer saw, in their words.
     *
     * @param version of the panel that the viewer saw
     */
    static LongConsumer unchangedSince(String version, ConsoleTexts texts) {
        return current -> {
            if (!String.valueOf(current).equals(version)) {
                throw Problem.of(412, "changed-meanwhile", texts.say("refused.changed"));
            }
        };
    }
}
