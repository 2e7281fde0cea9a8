package io.orderjourney.console.session;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person at a desk.
 *
 * @param user the short name that the log of a journey shows, such as {@code anna}
 * @param name the name that colleagues read
 * @param roles what the person may do, see {@link io.orderjourney.rest.access.Roles}
 * @param pickupPoint where the person works; null for a desk that serves all points
 * @param expiresAt when the person has to log in again, in real time
 */
public record Session(
        String user,
        String name,
        Set<String> roles,
        @Nullable String pickupPoint,
        Instant expiresAt) {

    public Session {
        roles = Set.copyOf(roles);
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    List<String> sortedRoles() {
        return roles.stream().sorted().toList();
    }
}
