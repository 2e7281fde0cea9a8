package io.orderjourney.fulfillment.points;

import io.orderjourney.contracts.Identifiers;
import io.orderjourney.contracts.OneLine;
import io.orderjourney.contracts.state.PickupPoint;
import io.orderjourney.fulfillment.masterdata.Violation;
import io.orderjourney.fulfillment.masterdata.Violation.Flaw;
import io.orderjourney.promises.ShopTerms;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A pickup point as people write it: every value with its name, and what is wrong with it. */
public final class PointFields {

    public static final String COUNTRY = "^[A-Z]{2}$";
    public static final String PHONE = "^\\+[1-9][0-9]{6,14}$";
    public static final int NAME_MAX = 200;
    public static final int STREET_MAX = 200;
    public static final int POSTAL_CODE_MAX = 20;
    public static final int CITY_MAX = 100;
    public static final int HOURS_MAX = 500;
    public static final int CLOSURES_MAX = 1000;
    public static final int SLOTS_MAX = 10_000;

    private static final String YES = "yes";
    private static final String NO = "no";

    private final Map<String, String> written;
    private final List<Violation> violations = new ArrayList<>();

    private PointFields(Map<String, String> written) {
        this.written = written;
    }

    /**
     * What was written.
     *
     * @param point with everything in it that can be read; nothing to store if there are violations
     */
    public record Reading(PickupPoint point, List<Violation> violations) {}

    /** Every value of a point, by name; empty where it has none. */
    public static Map<String, String> of(PickupPoint point) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", point.name());
        fields.put("street", point.street());
        fields.put("postalCode", point.postalCode());
        fields.put("city", point.city());
        fields.put("country", point.country());
        fields.put("phone", point.phone());
        fields.put("hours", textOf(point.hours()));
        fields.put("holidaysOf", textOf(point.holidaysOf()));
        fields.put(
                "closures",
                point.closures().stream().sorted().map(LocalDate::toString).collect(Collectors.joining(" ")));
        fields.put("slotsPerHour", String.valueOf(point.slotsPerHour()));
        fields.put("counter", point.counter() ? YES : NO);
        fields.put("closed", point.closed() ? YES : NO);
        return fields;
    }

    /**
     * Reads a point as it is to be, open.
     *
     * @param written the values by name; those that may be absent are absent if empty
     * @param shop whose hours and holidays it keeps unless it has its own
     */
    public static Reading read(String code, Map<String, String> written, ShopTerms shop) {
        PointFields fields = new PointFields(written);
        PickupPoint point = fields.read(code);
        PointHours.violation(point, shop).ifPresent(fields::found);
        return new Reading(point, List.copyOf(fields.violations));
    }

    private PickupPoint read(String code) {
        matching("code", code, Identifiers.PICKUP_POINT, Flaw.NOT_A_CODE);
        String hours = text("hours");
        if (hours.length() > HOURS_MAX) {
            found(new Violation("hours", Flaw.TOO_LONG));
        }
        String holidaysOf = text("holidaysOf").toUpperCase(Locale.ROOT);
        return new PickupPoint(
                0,
                code,
                line("name", NAME_MAX),
                line("street", STREET_MAX),
                line("postalCode", POSTAL_CODE_MAX),
                line("city", CITY_MAX),
                matching("country", text("country").toUpperCase(Locale.ROOT), COUNTRY, Flaw.NOT_A_COUNTRY),
                // People group the digits.
                matching("phone", text("phone").replaceAll("[ ()/-]", ""), PHONE, Flaw.NOT_A_NUMBER_TO_CALL),
                hours.isEmpty() ? null : hours,
                holidaysOf.isEmpty() ? null : holidaysOf,
                closures(),
                slots(),
                YES.equals(text("counter")),
                false);
    }

    private String line(String field, int lengthMax) {
        String value = text(field);
        if (value.length() > lengthMax) {
            found(new Violation(field, Flaw.TOO_LONG));
        }
        return matching(field, value, OneLine.PATTERN, Flaw.NOT_ONE_LINE);
    }

    private String matching(String field, String value, String pattern, Flaw flaw) {
        if (value.isEmpty()) {
            found(new Violation(field, Flaw.MISSING));
        } else if (!value.matches(pattern)) {
            found(new Violation(field, flaw));
        }
        return value;
    }

    private List<LocalDate> closures() {
        try {
            List<LocalDate> days = Stream.of(text("closures").split("[\\s,;]+"))
                    .filter(day -> !day.isEmpty())
                    .map(LocalDate::parse)
                    .distinct()
                    .sorted()
                    .toList();
            if (days.size() > CLOSURES_MAX) {
                found(new Violation("closures", Flaw.TOO_LONG));
            }
            return days;
        } catch (DateTimeException unreadable) {
            found(new Violation("closures", Flaw.NOT_DAYS));
            return List.of();
        }
    }

    private int slots() {
        String value = text("slotsPerHour");
        int slots = value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : 0;
        if (slots < 1 || slots > SLOTS_MAX) {
            found(new Violation("slotsPerHour", value.isEmpty() ? Flaw.MISSING : Flaw.OUT_OF_RANGE));
        }
        return slots;
    }

    private String text(String field) {
        return written.getOrDefault(field, "").strip();
    }

    private void found(Violation violation) {
        if (violations.stream().noneMatch(known -> known.field().equals(violation.field()))) {
            violations.add(violation);
        }
    }

    private static String textOf(@Nullable String value) {
        return value == null ? "" : value;
    }
}
