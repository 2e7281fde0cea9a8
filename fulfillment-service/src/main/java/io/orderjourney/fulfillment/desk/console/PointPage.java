package io.orderjourney.fulfillment.desk.console;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.console.FormField;
import io.orderjourney.contracts.state.PickupPoint;
import io.orderjourney.fulfillment.masterdata.Violation;
import io.orderjourney.fulfillment.points.PointFields;
import java.util.List;
import java.util.Map;

/**
 * A pickup point as a form: every value with its name, and what is wrong with it.
 *
 * @param values what stands in the fields
 * @param errors what is wrong with them, in the reader's language
 * @param revision that the form was filled in on; 0 for a new point
 */
public record PointPage(
        String code, Map<String, String> values, Map<String, String> errors, int revision, ConsoleTexts texts) {

    static final List<String> NAMES = List.of(
            "name",
            "street",
            "postalCode",
            "city",
            "country",
            "phone",
            "hours",
            "holidaysOf",
            "closures",
            "slotsPerHour",
            "counter");

    private static final String SLOTS_TO_BEGIN_WITH = "6";

    /** @param country in which a new point most likely is */
    static PointPage blank(String country, ConsoleTexts texts) {
        return new PointPage(
                "",
                Map.of("country", country, "slotsPerHour", SLOTS_TO_BEGIN_WITH, "counter", "yes"),
                Map.of(),
                0,
                texts);
    }

    static PointPage of(PickupPoint point, ConsoleTexts texts) {
        return new PointPage(point.code(), PointFields.of(point), Map.of(), point.revision(), texts);
    }

    /** With what was written, to be looked at once more. */
    static PointPage again(
            String code, Map<String, String> written, int revision, List<Violation> violations, ConsoleTexts texts) {
        return new PointPage(code, written, ShopForms.errors(violations, texts), revision, texts);
    }

    public boolean isNew() {
        return revision == 0;
    }

    public FormField codeField() {
        return new FormField("code", texts.say("point.code"), code, "text", texts.say("hint.code"), errors.get("code"));
    }

    public List<FormField> address() {
        return List.of(
                field("name", "text"),
                field("street", "text"),
                field("postalCode", "text"),
                field("city", "text"),
                field("country", "text"),
                field("phone", "tel"));
    }

    public List<FormField> openFields() {
        return List.of(field("hours", "text"), field("holidaysOf", "text"), field("closures", "text"));
    }

    public FormField slots() {
        return field("slotsPerHour", "number");
    }

    public boolean counter() {
        return "yes".equals(values.get("counter"));
    }

    private FormField field(String name, String type) {
        String hint = texts.of("hint", name, "");
        return new FormField(
                name,
                texts.say("point." + name),
                values.getOrDefault(name, ""),
                type,
                hint.isEmpty() ? null : hint,
                errors.get(name));
    }
}
