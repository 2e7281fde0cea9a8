package io.orderjourney.notification.board.console;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.console.FormField;
import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.contracts.state.ShopPolicy;
import io.orderjourney.notification.policy.PolicyFields;
import io.orderjourney.notification.policy.PolicyValidator.Violation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The policy as a form: every value with its name, and what is wrong with it.
 *
 * @param values what stands in the fields, by the place in the policy
 * @param errors what is wrong with them, in the reader's language
 */
public record PolicyPage(
        ShopPolicy policy, Map<String, String> values, Map<String, String> errors, ConsoleTexts texts) {

    private static final List<String> OF_A_DESK = List.of("hours", "phone", "perHour");
    private static final List<String> OF_A_KIND =
            List.of("lead", "handling", "remindBefore", "requestNewDateBefore", "autoRescheduleBefore", "rescheduleBy");

    /** The parts of a policy, and what each is made of. */
    private static final List<String> OF_MESSAGES =
            List.of("quietHours.from", "quietHours.until", "mergeWindow", "offerValidFor");

    /** A row of fields. */
    public record Row(String label, List<FormField> fields) {}

    /** A value that was changed, in words. */
    public record Changed(String label, String before, String after) {}

    static PolicyPage of(
            ShopPolicy policy, Map<String, String> written, List<Violation> violations, ConsoleTexts texts) {
        Map<String, String> values = new HashMap<>(PolicyFields.of(policy));
        values.putAll(written);
        Map<String, String> errors = new HashMap<>();
        violations.forEach(
                violation -> errors.putIfAbsent(violation.field(), texts.of("policy.flaw", violation.flaw())));
        return new PolicyPage(policy, values, errors, texts);
    }

    public List<Row> desks() {
        return Arrays.stream(Desk.values())
                .filter(policy.desks()::containsKey)
                .map(desk -> row(texts.of("of", desk), "desks." + desk + ".", OF_A_DESK))
                .toList();
    }

    public List<Row> kinds() {
        return policy.kinds().keySet().stream()
                .map(kind -> row(texts.of("kind", kind.name(), kind.name()), "kinds." + kind.name() + ".", OF_A_KIND))
                .toList();
    }

    public List<FormField> closed() {
        return List.of(field("holidaysOf", "text"), field("closures", "text"));
    }

    public List<FormField> waiting() {
        return Stream.concat(
                        Arrays.stream(WaitingReason.values())
                                .map(reason -> "waiting.days." + reason)
                                .filter(values::containsKey),
                        Stream.of("waiting.storageDays", "waiting.unansweredCalls"))
                .map(name -> field(name, "number"))
                .toList();
    }

    public List<FormField> messages() {
        return OF_MESSAGES.stream()
                .map(name -> field(name, name.startsWith("quiet") ? "time" : "text"))
                .toList();
    }

    /** What is wrong with the policy as a whole, or with a value that has no field. */
    public List<String> otherErrors() {
        return errors.entrySet().stream()
                .filter(error -> !values.containsKey(error.getKey()))
                .map(error -> label(error.getKey()) + ": " + error.getValue())
                .sorted()
                .toList();
    }

    static Changed changed(PolicyFields.Change change, ConsoleTexts texts) {
        return new Changed(label(change.field(), texts), change.before(), change.after());
    }

    private Row row(String label, String place, List<String> names) {
        return new Row(
                label,
                names.stream()
                        .map(name -> new FormField(
                                place + name,
                                texts.say("policy." + name),
                                values.getOrDefault(place + name, ""),
                                name.equals("perHour") ? "number" : "text",
                                null,
                                errors.get(place + name)))
                        .toList());
    }

    private FormField field(String name, String type) {
        return new FormField(name, label(name), values.getOrDefault(name, ""), type, null, errors.get(name));
    }

    private String label(String place) {
        return label(place, texts);
    }

    /** {@code kinds.CREDIT_CALL.lead} as "credit call, lead time". */
    private static String label(String place, ConsoleTexts texts) {
        String[] parts = place.split("\\.");
        String last = parts[parts.length - 1];
        if (place.startsWith("desks.") && parts.length > 2) {
            return texts.of("of", parts[1]) + ", " + texts.of("policy", last, last);
        }
        if (place.startsWith("kinds.") && parts.length > 2) {
            return texts.of("kind", parts[1], parts[1]) + ", " + texts.of("policy", last, last);
        }
        return texts.of("policy", place.startsWith("waiting.") ? "waiting." + last : place, last);
    }
}
