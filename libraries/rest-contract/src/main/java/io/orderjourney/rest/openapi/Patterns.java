package io.orderjourney.rest.openapi;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** JSON Schema finds a pattern anywhere in a text; Bean Validation, which the document comes from, means the whole text. */
final class Patterns {

    /** What the platform writes for {@code @NotBlank}: this one is meant to be found anywhere. */
    private static final String NOT_BLANK = "\\S";

    private Patterns() {}

    static void anchor(OpenAPI document) {
        anchor(document.getComponents().getSchemas());
        if (document.getPaths() == null) {
            return;
        }
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .map(Operation::getParameters)
                .filter(parameters -> parameters != null)
                .flatMap(Collection::stream)
                .map(Parameter::getSchema)
                .forEach(Patterns::anchor);
    }

    private static void anchor(@Nullable Map<String, Schema> schemas) {
        if (schemas != null) {
            schemas.values().forEach(Patterns::anchor);
        }
    }

    private static void anchor(@Nullable Schema schema) {
        if (schema == null) {
            return;
        }
        if (schema.getPattern() != null) {
            schema.setPattern(anchored(schema.getPattern()));
        }
        if (schema.getRef() != null) {
            // The type is the referred schema's; said twice, a generator makes two of it.
            schema.setType((List<Schema.SchemaType>) null);
        }
        anchor(schema.getProperties());
        anchor(schema.getItems());
        anchor(schema.getAdditionalPropertiesSchema());
    }

    static String anchored(String pattern) {
        if (pattern.equals(NOT_BLANK)) {
            return "^\\s*\\S[\\s\\S]*$";
        }
        return pattern.startsWith("^") && pattern.endsWith("$") ? pattern : "^(?:" + pattern + ")$";
    }
}
