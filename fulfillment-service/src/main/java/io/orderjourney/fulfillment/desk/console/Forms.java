package io.orderjourney.fulfillment.desk.console;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.rest.problem.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads what people filled in, and says in their language what is missing. */
final class Forms {

    private static final int TEXT_MAX = 300;
    private static final Pattern PIECES = Pattern.compile("[0-9]{1,5}");

    private Forms() {}

    /** A moment that was chosen from a list. */
    static Instant instant(Map<String, String> form, String field, ConsoleTexts texts) {
        try {
            return Instant.parse(form.getOrDefault(field, ""));
        } catch (DateTimeException none) {
            throw missing("refused.no-time", texts);
        }
    }

    /** A time on the shop's clock, as a page's own field for times sends it. */
    static Instant local(Map<String, String> form, String field, ZoneId zone, ConsoleTexts texts) {
        try {
            return LocalDateTime.parse(form.getOrDefault(field, ""))
                    .atZone(zone)
                    .toInstant();
        } catch (DateTimeException none) {
            throw missing("refused.no-time", texts);
        }
    }

    static String choice(Map<String, String> form, String field, List<String> choices, ConsoleTexts texts) {
        String chosen = form.getOrDefault(field, "");
        if (!choices.contains(chosen)) {
            throw missing("refused.no-choice", texts);
        }
        return chosen;
    }

    static String text(Map<String, String> form, String field, ConsoleTexts texts) {
        String text = form.getOrDefault(field, "");
        if (text.isBlank() || text.length() > TEXT_MAX) {
            throw missing("refused.no-text", texts);
        }
        return text;
    }

    static int positive(Map<String, String> form, String field, ConsoleTexts texts) {
        int number = number(form, field, texts);
        if (number == 0) {
            throw missing("refused.no-number", texts);
        }
        return number;
    }

    /** Pieces, 0 or more. */
    static int number(Map<String, String> form, String field, ConsoleTexts texts) {
        String text = form.getOrDefault(field, "");
        if (!PIECES.matcher(text).matches()) {
            throw missing("refused.no-number", texts);
        }
        return Integer.parseInt(text);
    }

    private static Problem missing(String key, ConsoleTexts texts) {
        return Problem.unprocessable("form-incomplete", texts.say(key));
    }
}
