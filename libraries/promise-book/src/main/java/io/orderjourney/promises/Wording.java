package io.orderjourney.promises;

import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The words in which a promise is told to a customer, in his language and the shop's zone. */
public final class Wording {

    private static final ResourceBundle.Control ENGLISH_IF_UNKNOWN =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Wording() {}

    /** E.g. "We will call you to confirm your order by Tuesday, 13 January, 14:30". */
    public static String told(PromiseKind kind, GrantedDate date, ZoneId zone, String language) {
        return told(kind, date.precision(), date.windowStartAt(), date.dueAt(), zone, language);
    }

    /** A promise as it stands, in the words of this language; {@link Promise#told} are those of the day it was said. */
    public static String told(Promise promise, ZoneId zone, String language) {
        return told(promise.kind(), promise.precision(), promise.windowStartAt(), promise.dueAt(), zone, language);
    }

    /** As {@link #told(PromiseKind, GrantedDate, ZoneId, String)} for a date that was granted before. */
    public static String told(
            PromiseKind kind,
            Precision precision,
            @Nullable Instant windowStartAt,
            Instant dueAt,
            ZoneId zone,
            String language) {
        ResourceBundle words = words(language);
        String when = when(precision, windowStartAt, dueAt, zone, language);
        String pattern = words.containsKey(kind.name()) ? words.getString(kind.name()) : words.getString("ANY_KIND");
        return MessageFormat.format(pattern, when);
    }

    /** Only the time, e.g. "by the end of Tuesday, 13 January". */
    public static String when(
            Precision precision, @Nullable Instant windowStartAt, Instant dueAt, ZoneId zone, String language) {
        ResourceBundle words = words(language);
        // An unknown language is told in English throughout, the names of days included.
        Locale locale = words.getLocale();
        DateTimeFormatter day = DateTimeFormatter.ofPattern(words.getString("day"), locale);
        DateTimeFormatter time = DateTimeFormatter.ofPattern("HH:mm", locale);
        var due = dueAt.atZone(zone);
        if (precision == Precision.END_OF_DAY) {
            return MessageFormat.format(words.getString("END_OF_DAY"), day.format(due), time.format(due));
        }
        if (precision == Precision.BY_TIME || windowStartAt == null) {
            return MessageFormat.format(words.getString("BY_TIME"), day.format(due), time.format(due));
        }
        var start = windowStartAt.atZone(zone);
        LocalDate firstDay = start.toLocalDate();
        return firstDay.equals(due.toLocalDate())
                ? MessageFormat.format(
                        words.getString("WINDOW"), day.format(start), time.format(start), time.format(due))
                : MessageFormat.format(
                        words.getString("WINDOW_OF_DAYS"),
                        day.format(start),
                        time.format(start),
                        day.format(due),
                        time.format(due));
    }

    /** A moment that nobody promised, e.g. "Monday, 12 January, at 14:00". */
    public static String moment(Instant at, ZoneId zone, String language) {
        ResourceBundle words = words(language);
        Locale locale = words.getLocale();
        var there = at.atZone(zone);
        return MessageFormat.format(
                words.getString("MOMENT"),
                DateTimeFormatter.ofPattern(words.getString("day"), locale).format(there),
                DateTimeFormatter.ofPattern("HH:mm", locale).format(there));
    }

    private static ResourceBundle words(String language) {
        String bundle = "io.orderjourney.promises.wording";
        try {
            return ResourceBundle.getBundle(
                    bundle, Locale.forLanguageTag(language), Wording.class.getClassLoader(), ENGLISH_IF_UNKNOWN);
        } catch (MissingResourceException unknownLanguage) {
            return ResourceBundle.getBundle(bundle, Locale.ENGLISH, Wording.class.getClassLoader(), ENGLISH_IF_UNKNOWN);
        }
    }
}
