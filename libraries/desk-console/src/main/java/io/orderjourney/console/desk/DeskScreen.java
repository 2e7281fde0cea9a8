package io.orderjourney.console.desk;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.console.Viewer;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

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
     * @throws io.orderjourney.rest.problem.Problem if it cannot be done, with the reason
     */
    String act(UUID journeyId, String action, Map<String, String> form, String version, Viewer viewer);
}
