package io.orderjourney.stack.frontdoor;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * One moment, for the page.
 *
 * @param machine RFC 3339, empty when there is none
 * @param person in the offset it came with, empty when there is none
 */
record When(String machine, String person) {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm 'UTC'", Locale.ENGLISH);

    static When of(JsonNode value) {
        String text = value.asText("");
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            return new When(text, (text.endsWith("Z") ? UTC : LOCAL).format(time));
        } catch (DateTimeParseException notATime) {
            return new When("", text);
        }
    }
}
