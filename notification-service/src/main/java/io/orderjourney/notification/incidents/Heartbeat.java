package io.orderjourney.notification.incidents;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that says from outside, again and again, that a part of the shop works: a monitor of the site, of the mail, of the
 * telephones, a partner. It stands outside what it watches: what has failed cannot say so itself.
 *
 * @param name in its address
 * @param kind of the incident that its silence is
 * @param partner whose part it watches; absent for the shop's own
 * @param interval it speaks at least this often
 * @param lastAt when it spoke last; absent if it never did
 * @param expectedBy when it is silent if it has not spoken again
 * @param silent it should have spoken, or said that something is down
 * @param incidentId the incident that it opened last
 */
public record Heartbeat(
        String name,
        IncidentKind kind,
        @Nullable String partner,
        Duration interval,
        @Nullable Instant lastAt,
        Instant expectedBy,
        boolean silent,
        @Nullable UUID incidentId) {

    /** Whether it should have spoken by now. */
    public boolean isOverdueAt(Instant now) {
        return !silent && !now.isBefore(expectedBy);
    }

    /** It spoke, and all is well. */
    public Heartbeat beat(Instant now) {
        return new Heartbeat(name, kind, partner, interval, now, now.plus(interval), false, incidentId);
    }

    /** It is silent, or says that something is down; this incident is about it. */
    public Heartbeat lost(UUID incident) {
        return new Heartbeat(name, kind, partner, interval, lastAt, expectedBy, true, incident);
    }
}
