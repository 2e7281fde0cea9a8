package io.orderjourney.console.session;

import io.orderjourney.rest.access.StaffMember;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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

    /** @throws IllegalArgumentException if a text is not one line: a cookie keeps each of them in a line of its own */
    public Session {
        roles = Set.copyOf(roles);
        if (Stream.concat(Stream.of(user, name, pickupPoint == null ? "" : pickupPoint), roles.stream())
                .anyMatch(text -> text.chars().anyMatch(Character::isISOControl))) {
            throw new IllegalArgumentException("A session's texts are one line each");
        }
    }

    /** The session of a person whom a provider vouches for. */
    public static Session of(StaffMember person, Instant expiresAt) {
        return new Session(person.user(), person.name(), person.roles(), person.pickupPoint(), expiresAt);
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    List<String> sortedRoles() {
        return roles.stream().sorted().toList();
    }
}
