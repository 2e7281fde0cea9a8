package io.orderjourney.rest.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person of the shop, as the provider vouches for them.
 *
 * @param user the short name that the log of a journey shows, such as {@code anna}
 * @param name the name that colleagues read
 * @param roles what the person may do, see {@link Roles}; empty for somebody without a desk
 * @param pickupPoint where the person works; null for a desk that serves all points
 */
public record StaffMember(
        String user,
        String name,
        Set<String> roles,
        @Nullable String pickupPoint) {

    /** Under this name a security identity holds the person. */
    public static final String ATTRIBUTE = "journey.staff";

    public StaffMember {
        roles = Set.copyOf(roles);
    }

    /** Under this name the person acts and is remembered: no token can have it, for its name has no colon. */
    public String principal() {
        return "staff:" + user;
    }
}
