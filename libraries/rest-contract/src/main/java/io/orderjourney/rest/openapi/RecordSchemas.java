package io.orderjourney.rest.openapi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;

/**
 * Declares as required what a record always holds: every component that is not {@code @Nullable}. A value that is missing
 * is left out and never written as null, so that what is not required is absent or there.
 *
 * <p>A schema's record is found by name and properties. An object schema without a record stops the build: nothing else says
 * what of it is always there.
 */
final class RecordSchemas {

    private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class.getName());
    private static final DotName UNWRAPPED = DotName.createSimple("com.fasterxml.jackson.annotation.JsonUnwrapped");

    private final IndexView index;
    private final Map<String, List<ClassInfo>> byName = new HashMap<>();

    RecordSchemas(IndexView index) {
        this.index = index;
        for (ClassInfo known : index.getKnownClasses()) {
            if (known.isRecord()) {
                byName.computeIfAbsent(nameOf(known), name -> new ArrayList<>()).add(known);
            }
        }
    }

    private static String nameOf(ClassInfo known) {
        AnnotationInstance own = known.declaredAnnotation(SCHEMA);
        return own == null || own.value("name") == null
                ? known.simpleName()
                : own.value("name").asString();
    }

    /** @throws IllegalStateException if no record, or records that differ, could be meant for some of them */
    void complete(Map<String, Schema> schemas) {
        List<String> unclear = new ArrayList<>();
        schemas.forEach((name, schema) -> {
            try {
                complete(name, schema);
            } catch (IllegalStateException noRecord) {
                unclear.add(noRecord.getMessage());
            }
        });
        if (!unclear.isEmpty()) {
            throw new IllegalStateException(String.join("; ", unclear));
        }
    }

    void complete(String name, Schema schema) {
        Map<String, Schema> properties = schema.getProperties();
        if (properties == null || properties.isEmpty()) {
            return;
        }
        Map<String, Boolean> fields = fieldsOf(name, properties.keySet());
        Set<String> required = new LinkedHashSet<>();
        Map<String, Schema> ordered = new LinkedHashMap<>();
        fields.forEach((field, always) -> {
            ordered.put(field, properties.get(field));
            if (always || (schema.getRequired() != null && schema.getRequired().contains(field))) {
                required.add(field);
            }
        });
        schema.setProperties(ordered);
        schema.setRequired(required.isEmpty() ? null : List.copyOf(required));
    }

    private Map<String, Boolean> fieldsOf(String name, Set<String> properties) {
        Set<Map<String, Boolean>> found = new LinkedHashSet<>();
        byName.forEach((record, candidates) -> candidates.forEach(candidate -> {
            // Page<OrderView> is the schema PageOrderView.
            boolean generic = !candidate.typeParameters().isEmpty() && name.startsWith(record);
            if (record.equals(name) || generic) {
                Map<String, Boolean> fields = fields(candidate);
                if (fields.keySet().equals(properties)) {
                    found.add(fields);
                }
            }
        }));
        if (found.size() != 1) {
            throw new IllegalStateException(
                    "The schema %s with %s belongs to %d records; rename one, or make it a record with these components"
                            .formatted(name, properties, found.size()));
        }
        return found.iterator().next();
    }

    /** Each field in the record's order, and whether it is always there. */
    private Map<String, Boolean> fields(ClassInfo type) {
        Map<String, Boolean> fields = new LinkedHashMap<>();
        for (RecordComponentInfo component : type.recordComponentsInDeclarationOrder()) {
            ClassInfo unwrapped = type.field(component.name()).hasAnnotation(UNWRAPPED)
                    ? index.getClassByName(component.type().name())
                    : null;
            if (unwrapped == null) {
                fields.put(component.name(), !component.type().hasAnnotation(NULLABLE));
            } else {
                fields.putAll(fields(unwrapped));
            }
        }
        return fields;
    }
}
