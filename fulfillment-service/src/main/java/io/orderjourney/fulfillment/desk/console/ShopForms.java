package io.orderjourney.fulfillment.desk.console;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.fulfillment.masterdata.Violation;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the forms of points and articles send, and what they answer. */
final class ShopForms {

    /** A year of closed days is the longest that anybody writes. */
    private static final int VALUE_LENGTH_MAX = 12_000;

    private ShopForms() {}

    /** Somebody else changed it since the form was read. */
    static final class ChangedMeanwhile extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    static void requireSeen(int seen, int revision) {
        if (seen != revision) {
            throw new ChangedMeanwhile();
        }
    }

    /** The revision that the form was filled in on; 0 for something new. */
    static int revision(MultivaluedMap<String, String> form) {
        String text = value(form, "revision");
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    static String value(MultivaluedMap<String, String> form, String name) {
        String value = Objects.requireNonNullElse(form.getFirst(name), "").strip();
        return value.length() > VALUE_LENGTH_MAX ? value.substring(0, VALUE_LENGTH_MAX) : value;
    }

    static Map<String, String> written(MultivaluedMap<String, String> form, Collection<String> names) {
        Map<String, String> written = new HashMap<>();
        names.forEach(name -> written.put(name, value(form, name)));
        return written;
    }

    /** What is wrong, by field, in the reader's language. */
    static Map<String, String> errors(List<Violation> violations, ConsoleTexts texts) {
        Map<String, String> errors = new HashMap<>();
        violations.forEach(violation -> errors.putIfAbsent(violation.field(), texts.of("flaw", violation.flaw())));
        return errors;
    }

    /** Back to the list, which says that it was saved. */
    static Response saved(String code) {
        return Response.noContent()
                .header(
                        "HX-Redirect",
                        UriBuilder.fromPath("/desk/shop")
                                .queryParam("saved", code)
                                .build())
                .build();
    }
}
