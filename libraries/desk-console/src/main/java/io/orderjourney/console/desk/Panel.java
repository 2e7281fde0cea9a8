package io.orderjourney.console.desk;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a desk knows and can do about one journey; the answer card that all desks share stands below it.
 *
 * @param heading the reference and whom it is for
 * @param phone to call; null where nobody calls
 * @param say what to say to the customer; null where nobody talks to them
 * @param sayIn the language of it, BCP 47
 * @param facts label and value, in the viewer's language
 * @param actions the primary one first
 * @param version of what the actions change, so that two people at one order notice each other
 */
public record Panel(
        UUID journeyId,
        String heading,
        @Nullable String phone,
        @Nullable String say,
        String sayIn,
        List<Fact> facts,
        List<Action> actions,
        String version) {

    /** One thing known. */
    public record Fact(String label, String value) {}
}
