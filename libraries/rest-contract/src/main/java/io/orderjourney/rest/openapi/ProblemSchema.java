package io.orderjourney.rest.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The schemas that every document has: a problem and one place of it. */
final class ProblemSchema {

    static final String NAME = "Problem";

    private static final String FIELD_ERROR = "FieldError";

    private ProblemSchema() {}

    static void addTo(Components components) {
        components.addSchema(NAME, problem());
        components.addSchema(FIELD_ERROR, fieldError());
    }

    private static Schema problem() {
        return object().description("RFC 9457, with a stable code; some codes add members of their own")
                .additionalPropertiesBoolean(true)
                .addProperty("type", text("urn:order-journey:problem: and the code"))
                .addProperty("title", text("The code as words"))
                .addProperty("status", OASFactory.createSchema().type(List.of(SchemaType.INTEGER)))
                .addProperty("detail", text("A sentence for people"))
                .addProperty("instance", text("This one request, to name when you ask us"))
                .addProperty("code", text("A stable word for programs"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .type(List.of(SchemaType.ARRAY))
                                .items(OASFactory.createSchema().ref(FIELD_ERROR)))
                .addProperty(
                        "retryable",
                        OASFactory.createSchema()
                                .type(List.of(SchemaType.BOOLEAN))
                                .description("The same request may succeed later"))
                .addProperty(
                        "nextPossibleAt",
                        text("For a refused promise: the earliest time that can be promised")
                                .format("date-time"))
                .required(List.of("type", "title", "status", "detail", "instance", "code", "errors", "retryable"));
    }

    private static Schema fieldError() {
        return object().addProperty("pointer", text("JSON pointer into the body"))
                .addProperty("parameter", text("Name of the query, path or header parameter"))
                .addProperty("code", text("A stable word for programs"))
                .addProperty("detail", text("A sentence for people"))
                .required(List.of("code", "detail"));
    }

    private static Schema object() {
        return OASFactory.createSchema().type(List.of(SchemaType.OBJECT));
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().type(List.of(SchemaType.STRING)).description(description);
    }
}
