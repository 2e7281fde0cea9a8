package io.orderjourney.promises;

import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words in which a promise is told to a customer, in their language and the shop's zone. A date stands inside the sentence, so
 * its day has the form that the sentence needs.
 */
public final class Wording {

    private static final String BUNDLE = "io.orderjourney.promises.wording";
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Wording() {}

    /** E.g. "We will call you to confirm your order by 14:30 on Tuesday, 13 January". */
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
        Words words = Words.of(language);
        ZonedDateTime due = dueAt.atZone(zone);
        boolean days = ofDays(precision, windowStartAt, due);
        String sentence = days && words.knows(kind.name() + ".days") ? kind.name() + ".days" : kind.name();
        return words.fillWith(
                words.knows(sentence) ? sentence : "ANY_KIND",
                // What is done within a window of days is done by its end.
                () -> days
                        ? words.timed("BY_TIME", "weekdays.inside", due)
                        : when(precision, windowStartAt, dueAt, zone, language),
                () -> date(precision, windowStartAt, dueAt, zone, language),
                () -> words.timed("UNTIL", "weekdays.until", due));
    }

    /** Only the time, as it stands inside a sentence: "on Friday, 4 December between 11:30 and 12:30". */
    public static String when(
            Precision precision, @Nullable Instant windowStartAt, Instant dueAt, ZoneId zone, String language) {
        return time("WINDOW", "weekdays.inside", precision, windowStartAt, dueAt.atZone(zone), Words.of(language));
    }

    /** Only the time, as it stands after a colon: "Friday, 4 December, 11:30–12:30". */
    public static String date(
            Precision precision, @Nullable Instant windowStartAt, Instant dueAt, ZoneId zone, String language) {
        return time("SPAN", "weekdays", precision, windowStartAt, dueAt.atZone(zone), Words.of(language));
    }

    /** A moment that nobody promised, e.g. "Monday, 12 January, at 14:00". */
    public static String moment(Instant at, ZoneId zone, String language) {
        return Words.of(language).timed("MOMENT", "weekdays", at.atZone(zone));
    }

    private static String time(
            String window,
            String weekdays,
            Precision precision,
            @Nullable Instant windowStartAt,
            ZonedDateTime due,
            Words words) {
        if (precision != Precision.WINDOW || windowStartAt == null) {
            return words.timed("BY_TIME", weekdays, due);
        }
        return ofDays(precision, windowStartAt, due)
                // Of days within which goods wait the customer needs the end.
                ? words.timed("UNTIL", "weekdays.until", due)
                : words.timed(window, weekdays, windowStartAt.atZone(due.getZone()), due);
    }

    private static boolean ofDays(Precision precision, @Nullable Instant windowStartAt, ZonedDateTime due) {
        return precision == Precision.WINDOW
                && windowStartAt != null
                && !windowStartAt.atZone(due.getZone()).toLocalDate().equals(due.toLocalDate());
    }

    /**
     * The words of one language. An unknown language is told in English throughout, the names of days included. Every promise is
     * put into words, so what is read from the bundle is kept as it is needed.
     */
    private static final class Words {

        private static final Map<String, Words> KNOWN = new ConcurrentHashMap<>();

        /** A language is what a request says it is: no more of them are kept. */
        private static final int KNOWN_MAX = 100;

        private final ResourceBundle bundle;
        private final Map<String, MessageFormat> phrases = new ConcurrentHashMap<>();
        private final Map<String, List<String>> names = new ConcurrentHashMap<>();
        private final DateTimeFormatter time;
        private final DateTimeFormatter hour = DateTimeFormatter.ofPattern("H", Locale.ROOT);

        private Words(ResourceBundle bundle) {
            this.bundle = bundle;
            this.time = DateTimeFormatter.ofPattern(bundle.getString("time"), Locale.ROOT);
        }

        static Words of(String language) {
            Words known = KNOWN.get(language);
            if (known != null) {
                return known;
            }
            Words read = read(language);
            if (KNOWN.size() < KNOWN_MAX) {
                KNOWN.put(language, read);
            }
            return read;
        }

        private static Words read(String language) {
            try {
                return new Words(bundle(Locale.forLanguageTag(language)));
            } catch (MissingResourceException unknownLanguage) {
                return new Words(bundle(Locale.ENGLISH));
            }
        }

        private static ResourceBundle bundle(Locale locale) {
            return ResourceBundle.getBundle(BUNDLE, locale, Wording.class.getClassLoader(), EXACT);
        }

        boolean knows(String key) {
            return bundle.containsKey(key);
        }

        String fill(String key, Object... values) {
            return phrase(key).format(values);
        }

        /** As {@link #fill}; only what the phrase has a place for is made. */
        @SafeVarargs
        final String fillWith(String key, Supplier<String>... values) {
            MessageFormat phrase = phrase(key);
            String pattern = bundle.getString(key);
            Object[] made = new Object[values.length];
            for (int place = 0; place < values.length; place++) {
                made[place] = pattern.contains("{" + place) ? values[place].get() : "";
            }
            return phrase.format(made);
        }

        /** A format is not for several threads, a copy of it is for this one. */
        private MessageFormat phrase(String key) {
            return (MessageFormat) phrases.computeIfAbsent(key, any -> new MessageFormat(bundle.getString(key)))
                    .clone();
        }

        /** A phrase with the day of the first time and all times; full hours have another phrase in some languages. */
        String timed(String key, String weekdays, ZonedDateTime... times) {
            boolean hours = knows(key + ".hours") && Stream.of(times).allMatch(at -> at.getMinute() == 0);
            DateTimeFormatter format = hours ? hour : time;
            return fill(
                    hours ? key + ".hours" : key,
                    Stream.concat(
                                    Stream.of(day(weekdays, times[0])),
                                    Stream.of(times).map(format::format))
                            .toArray());
        }

        private String day(String weekdays, ZonedDateTime at) {
            return fill(
                    "DAY",
                    nth(weekdays, at.getDayOfWeek().getValue()),
                    String.valueOf(at.getDayOfMonth()),
                    nth("months", at.getMonthValue()));
        }

        private String nth(String key, int number) {
            return names.computeIfAbsent(
                            key, any -> List.of(bundle.getString(key).split(",")))
                    .get(number - 1);
        }
    }
}
