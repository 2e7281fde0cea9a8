package io.orderjourney.rest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import io.orderjourney.rest.problem.FieldError;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemCodes;
import java.io.IOException;

/**
 * Walks a whole body once before any type is bound. So syntax is judged before content, and a zero character is found in
 * every string, also in one that no property wants: PostgreSQL's text cannot hold it.
 */
final class JsonInspection {

    private JsonInspection() {}

    static void inspect(JsonFactory factory, String text) throws IOException {
        try (JsonParser parser = factory.createParser(text)) {
            JsonToken token = parser.nextToken();
            while (token != null) {
                switch (token) {
                    case FIELD_NAME -> requireText(parser, parser.currentName());
                    case VALUE_STRING -> requireText(parser, parser.getText());
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> requireNumber(parser, parser.getText());
                    default -> {
                        // Structure is judged by the parser itself.
                    }
                }
                requireCount(parser.getParsingContext());
                token = parser.nextToken();
                // The parser would read a second root value as the next of a stream.
                if (token != null && parser.getParsingContext().inRoot() && !token.isStructEnd()) {
                    throw Problem.badRequest(ProblemCodes.JSON_MALFORMED, "The body holds more than one JSON value.");
                }
            }
        }
    }

    private static void requireText(JsonParser parser, String text) {
        if (!isClean(text)) {
            throw Problem.unprocessable(
                    ProblemCodes.INVALID_CHARACTER,
                    "A text holds a character that cannot be stored.",
                    FieldError.at(
                            Pointers.of(parser.getParsingContext()),
                            ProblemCodes.INVALID_CHARACTER,
                            "Control characters (other than tab and line ends) and lone surrogates are not text."));
        }
    }

    /** Whether PostgreSQL, a mail and a page can show this text: no controls but tab, LF and CR; no lone surrogates. */
    static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x20 && c < 0x7f) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c) || (Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r')) {
                return false;
            }
        }
        return true;
    }

    /** A number such as 1e-999999999 is cheap to send and dear to compute with. */
    private static void requireNumber(JsonParser parser, String digits) {
        int exponentAt = Math.max(digits.indexOf('e'), digits.indexOf('E'));
        boolean exponentTooLong = exponentAt >= 0 && exponentTooLong(digits.substring(exponentAt + 1));
        if (digits.length() > StrictJson.NUMBER_LENGTH_MAX || exponentTooLong) {
            throw Problem.badRequest(ProblemCodes.TYPE_MISMATCH, "A number has too many digits.")
                    .withErrors(java.util.List.of(FieldError.at(
                            Pointers.of(parser.getParsingContext()),
                            ProblemCodes.TYPE_MISMATCH,
                            "The number has too many digits.")));
        }
    }

    private static boolean exponentTooLong(String exponent) {
        String digits = exponent.startsWith("-") || exponent.startsWith("+") ? exponent.substring(1) : exponent;
        return digits.length() > 9 || Integer.parseInt(digits) > StrictJson.NUMBER_EXPONENT_MAX;
    }

    private static void requireCount(JsonStreamContext context) {
        if (context.inArray() && context.getCurrentIndex() >= StrictJson.ARRAY_ITEMS_MAX) {
            throw Problem.badRequest(
                    ProblemCodes.LIMIT_EXCEEDED, "An array has more than " + StrictJson.ARRAY_ITEMS_MAX + " items.");
        }
    }
}
