package io.orderjourney.notification.sources;

import java.time.Duration;
import java.util.List;

/** What the other services said last about themselves. Every call joins the running transaction. */
public interface SourceReports {

    /**
     * The last word of a service.
     *
     * @param reports how often it reported; grows
     * @param unpublishedFor how long its oldest unpublished fact had waited
     */
    record Reported(String service, long reports, Duration unpublishedFor) {}

    void reported(String service, Duration unpublishedFor);

    /** The service is no more: nobody waits for its news. */
    void gone(String service);

    List<Reported> all();
}
