package io.orderjourney.console.desk;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a desk knows and can do about one journey; the answer card that all desks share stands below it.
 *
 * @param heading the reference and whom it is for
 * @param phone to call; null where nobody calls
 * @param say what to say to the customer; null where nobody talks to them
 * @param sayIn the language of it, BCP 47
 * @param checks what must be true before the main action, each a big tick or cross; empty for none
 * @param facts label and value, in the viewer's language
 * @param actions the primary one first
 * @param extras what else belongs to the panel
 * @param version of what the actions change, so that two people at one order notice each other
 */
public record Panel(
        UUID journeyId,
        String heading,
        @Nullable String phone,
        @Nullable String say,
        String sayIn,
        List<Check> checks,
        List<Fact> facts,
        List<Action> actions,
        Set<Extra> extras,
        String version) {

    /** A panel of an order without checks, with the answer card below it. */
    public Panel(
            UUID journeyId,
            String heading,
            @Nullable String phone,
            @Nullable String say,
            String sayIn,
            List<Fact> facts,
            List<Action> actions,
            String version) {
        this(journeyId, heading, phone, say, sayIn, List.of(), facts, actions, Set.of(Extra.CARD), version);
    }

    /** The panel after an action was refused, with what was typed for it. */
    public Panel typed(String action, Map<String, String> values) {
        List<Action> kept = actions.stream()
                .map(each -> each.name().equals(action) ? each.typed(values) : each)
                .toList();
        return new Panel(journeyId, heading, phone, say, sayIn, checks, facts, kept, extras, version);
    }

    /** For the page. */
    public boolean hasCard() {
        return extras.contains(Extra.CARD);
    }

    /** For the page. */
    public boolean hasSlip() {
        return extras.contains(Extra.SLIP);
    }

    /** What stands beside the facts and the actions. */
    public enum Extra {
        /** The answer card of the journey. */
        CARD,
        /** A slip to print, see {@link DeskScreen#slip}. */
        SLIP
    }

    /**
     * Something that must be true.
     *
     * @param detail since when it is, or why it is not and who changes that
     * @param phone of who changes that; null while it is true
     */
    public record Check(
            String label,
            boolean done,
            String detail,
            @Nullable String phone) {}

    /** One thing known. */
    public record Fact(String label, String value) {}
}
