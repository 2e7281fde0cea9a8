package io.orderjourney.notification.policy;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.contracts.state.DeskPolicy;
import io.orderjourney.contracts.state.KindPolicy;
import io.orderjourney.contracts.state.QuietHoursPolicy;
import io.orderjourney.contracts.state.ShopPolicy;
import io.orderjourney.contracts.state.WaitingTimes;
import io.orderjourney.notification.policy.PolicyValidator.Flaw;
import io.orderjourney.notification.policy.PolicyValidator.Violation;
import io.orderjourney.promises.ShopTerms;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The values of a policy that management sets, each with its place and as a person writes it: times as {@code 4:30} (hours
 * and minutes), closed days one after the other.
 */
public final class PolicyFields {

    private static final Pattern HOURS_AND_MINUTES = Pattern.compile("(\\d{1,4}):([0-5]\\d)");

    private final ShopPolicy inForce;
    private final Map<String, String> written;
    private final List<Violation> violations = new ArrayList<>();

    private PolicyFields(ShopPolicy inForce, Map<String, String> written) {
        this.inForce = inForce;
        this.written = written;
    }

    /**
     * What was written.
     *
     * @param policy with everything in it that can be read; the rest is as it was
     * @param violations what cannot be read
     */
    public record Reading(ShopPolicy policy, List<Violation> violations) {}

    /** A value that was changed, as written before and after; empty where there was none. */
    public record Change(String field, String before, String after) {}

    /** Every value of a policy, by its place. */
    public static Map<String, String> of(ShopPolicy policy) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("zone", policy.zone());
        fields.put("holidaysOf", policy.holidaysOf());
        fields.put(
                "closures",
                policy.closures().stream().sorted().map(LocalDate::toString).collect(Collectors.joining(" ")));
        new TreeMap<>(policy.desks()).forEach((desk, terms) -> {
            fields.put("desks." + desk + ".hours", terms.hours());
            fields.put("desks." + desk + ".phone", terms.phone());
            fields.put("desks." + desk + ".perHour", String.valueOf(terms.perHour()));
        });
        policy.kinds().forEach((kind, terms) -> {
            String place = "kinds." + kind.name();
            fields.put(place + ".lead", text(terms.lead()));
            fields.put(place + ".handling", text(terms.handling()));
            fields.put(place + ".remindBefore", text(terms.remindBefore()));
            fields.put(place + ".requestNewDateBefore", text(terms.requestNewDateBefore()));
            fields.put(place + ".autoRescheduleBefore", text(terms.autoRescheduleBefore()));
            fields.put(place + ".rescheduleBy", text(terms.rescheduleBy()));
            fields.put(place + ".desk", terms.desk().name());
            fields.put(place + ".precision", terms.precision().name());
            fields.put(
                    place + ".waitsFor",
                    terms.waitsFor().stream().map(PromiseKind::name).collect(Collectors.joining(" ")));
            fields.put(place + ".needsConfirmation", String.valueOf(terms.needsConfirmation()));
            fields.put(place + ".step", terms.step());
        });
        fields.put("quietHours.from", policy.quietHours().from().toString());
        fields.put("quietHours.until", policy.quietHours().until().toString());
        fields.put("mergeWindow", text(policy.mergeWindow()));
        fields.put("offerValidFor", text(policy.offerValidFor()));
        WaitingTimes waiting = new ShopTerms(policy).waiting();
        new TreeMap<>(waiting.days())
                .forEach((reason, days) -> fields.put("waiting.days." + reason, String.valueOf(days)));
        fields.put("waiting.storageDays", String.valueOf(waiting.storageDays()));
        fields.put("waiting.unansweredCalls", String.valueOf(waiting.unansweredCalls()));
        return fields;
    }

    /** What differs, in the order of the places. */
    public static List<Change> changes(ShopPolicy before, ShopPolicy after) {
        Map<String, String> was = of(before);
        Map<String, String> is = of(after);
        return Stream.concat(is.keySet().stream(), was.keySet().stream())
                .distinct()
                .map(field -> new Change(field, was.getOrDefault(field, ""), is.getOrDefault(field, "")))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }

    /** The policy in force with the values that were written; what is not written stays. */
    public static Reading read(ShopPolicy inForce, Map<String, String> written) {
        PolicyFields fields = new PolicyFields(inForce, written);
        ShopPolicy read = fields.read();
        return new Reading(read, List.copyOf(fields.violations));
    }

    private ShopPolicy read() {
        return new ShopPolicy(
                inForce.revision(),
                inForce.zone(),
                value("holidaysOf", inForce.holidaysOf(), Function.identity()),
                value("closures", inForce.closures(), PolicyFields::days),
                desks(),
                kinds(),
                new QuietHoursPolicy(
                        value("quietHours.from", inForce.quietHours().from(), LocalTime::parse),
                        value("quietHours.until", inForce.quietHours().until(), LocalTime::parse)),
                value("mergeWindow", inForce.mergeWindow(), PolicyFields::duration),
                value("offerValidFor", inForce.offerValidFor(), PolicyFields::duration),
                waiting());
    }

    private Map<Desk, DeskPolicy> desks() {
        Map<Desk, DeskPolicy> desks = new EnumMap<>(inForce.desks());
        desks.replaceAll((desk, before) -> {
            String place = "desks." + desk;
            return new DeskPolicy(
                    value(place + ".hours", before.hours(), Function.identity()),
                    value(place + ".phone", before.phone(), Function.identity()),
                    value(place + ".perHour", before.perHour(), Integer::valueOf));
        });
        return desks;
    }

    private Map<PromiseKind, KindPolicy> kinds() {
        Map<PromiseKind, KindPolicy> kinds = new LinkedHashMap<>(inForce.kinds());
        kinds.replaceAll((kind, before) -> {
            String place = "kinds." + kind.name();
            return new KindPolicy(
                    before.desk(),
                    before.partner(),
                    before.precision(),
                    value(place + ".lead", before.lead(), PolicyFields::duration),
                    value(place + ".handling", before.handling(), PolicyFields::duration),
                    value(place + ".rescheduleBy", before.rescheduleBy(), PolicyFields::duration),
                    before.waitsFor(),
                    value(place + ".remindBefore", before.remindBefore(), PolicyFields::duration),
                    value(place + ".requestNewDateBefore", before.requestNewDateBefore(), PolicyFields::duration),
                    value(place + ".autoRescheduleBefore", before.autoRescheduleBefore(), PolicyFields::duration),
                    before.needsConfirmation(),
                    before.step());
        });
        return kinds;
    }

    private WaitingTimes waiting() {
        WaitingTimes before = new ShopTerms(inForce).waiting();
        Map<WaitingReason, Integer> days = new EnumMap<>(before.days());
        days.replaceAll((reason, known) -> value("waiting.days." + reason, known, Integer::valueOf));
        return new WaitingTimes(
                days,
                value("waiting.storageDays", before.storageDays(), Integer::valueOf),
                value("waiting.unansweredCalls", before.unansweredCalls(), Integer::valueOf));
    }

    private <T> T value(String field, T before, Function<String, T> reading) {
        String text = written.get(field);
        if (text == null) {
            return before;
        }
        try {
            return reading.apply(text.strip());
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            violations.add(new Violation(field, Flaw.UNREADABLE, "cannot be read"));
            return before;
        }
    }

    private static List<LocalDate> days(String text) {
        return Stream.of(text.split("[\\s,;]+"))
                .filter(day -> !day.isEmpty())
                .map(LocalDate::parse)
                .distinct()
                .sorted()
                .toList();
    }

    static Duration duration(String text) {
        Matcher matcher = HOURS_AND_MINUTES.matcher(text);
        if (!matcher.matches()) {
            return Duration.parse(text);
        }
        return Duration.ofHours(Long.parseLong(matcher.group(1))).plusMinutes(Long.parseLong(matcher.group(2)));
    }

    /** As {@code 4:30}; with seconds as ISO 8601 has it. */
    static String text(Duration span) {
        return span.isNegative() || span.toSecondsPart() > 0 || span.toNanosPart() > 0
                ? span.toString()
                : span.toHours() + ":" + String.format(Locale.ROOT, "%02d", span.toMinutesPart());
    }
}
