package io.orderjourney.console.session;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The people of a local stack, who log in by choosing their name. They are configured as
 * {@code user:Name:ROLE|ROLE:PICKUP-POINT}, separated by commas, with an empty point for a desk of all points. No
 * service outside a local stack starts with them.
 */
@Singleton
public class DemoPeople {

    private static final int PARTS = 4;

    private final List<Person> people;

    /** One of them. */
    public record Person(
            String user,
            String name,
            Set<String> roles,
            @Nullable String pickupPoint) {

        /** For the page. */
        public String desks() {
            return String.join(", ", roles.stream().sorted().toList());
        }
    }

    DemoPeople(@ConfigProperty(name = "journey.console.demo-people") Optional<List<String>> configured) {
        this.people =
                configured.orElse(List.of()).stream().map(DemoPeople::read).toList();
    }

    public List<Person> all() {
        return people;
    }

    /** The session of the person with this name. */
    public Optional<Session> session(String user, Instant expiresAt) {
        return people.stream()
                .filter(person -> person.user().equals(user))
                .map(person ->
                        new Session(person.user(), person.name(), person.roles(), person.pickupPoint(), expiresAt))
                .findFirst();
    }

    private static Person read(String text) {
        List<String> parts = new ArrayList<>(List.of(text.strip().split(":", PARTS)));
        if (parts.size() != PARTS) {
            throw new IllegalStateException("journey.console.demo-people: an entry is user:Name:ROLE|ROLE:POINT");
        }
        return new Person(
                parts.get(0),
                parts.get(1),
                Set.of(parts.get(2).split("\\|")),
                parts.get(3).isEmpty() ? null : parts.get(3));
    }
}
