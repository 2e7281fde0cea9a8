package io.orderjourney.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Everything in which a schema and the record that is read by it differ, one sentence each. */
final class SchemaAgainstRecord {

    private final JsonNode root;
    private final List<String> differences = new ArrayList<>();

    private SchemaAgainstRecord(JsonNode root) {
        this.root = root;
    }

    static List<String> differences(JsonNode schema, Class<?> record) {
        SchemaAgainstRecord comparison = new SchemaAgainstRecord(schema);
        comparison.compareRecord("", schema, record);
        return comparison.differences;
    }

    private void compareRecord(String at, JsonNode schema, Class<?> record) {
        expect(at, "type", schema.path("type").asText(), "object");
        Set<String> optional = new TreeSet<>();
        Set<String> required = new TreeSet<>();
        for (RecordComponent component : record.getRecordComponents()) {
            boolean isOptional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            (isOptional ? optional : required).add(component.getName());
            JsonNode property = schema.path("properties").path(component.getName());
            if (!property.isMissingNode()) {
                compare(at + "/" + component.getName(), property, component.getGenericType());
            }
        }
        Set<String> all = new TreeSet<>(required);
        all.addAll(optional);
        expect(at, "fields", names(schema.path("properties").fieldNames()), all);
        expect(at, "required fields", texts(schema.path("required")), required);
        if (schema.has("additionalProperties") || schema.has("unevaluatedProperties")) {
            differences.add(at + ": must stay open for fields that are added later");
        }
    }

    private void compare(String at, JsonNode property, Type type) {
        JsonNode schema = resolved(at, property);
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            expect(at, "type", schema.path("type").asText(), "array");
            compare(at + "/0", schema.path("items"), generic.getActualTypeArguments()[0]);
        } else if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            expect(at, "type", schema.path("type").asText(), "object");
            compare(at + "/*", schema.path("propertyNames"), generic.getActualTypeArguments()[0]);
            compare(at + "/*", schema.path("additionalProperties"), generic.getActualTypeArguments()[1]);
        } else if (type instanceof Class<?> plain) {
            comparePlain(at, schema, plain);
        } else {
            differences.add(at + ": no schema is known for " + type);
        }
    }

    private void comparePlain(String at, JsonNode schema, Class<?> type) {
        if (type.isEnum()) {
            compareEnum(at, schema, type);
        } else if (type.isRecord() && isValue(type)) {
            comparePlain(at, schema, type.getRecordComponents()[0].getType());
        } else if (type.isRecord()) {
            compareRecord(at, schema, type);
        } else {
            expect(at, "type", schema.path("type").asText(), jsonTypeOf(at, type));
            compareLimits(at, schema, type);
        }
    }

    private void compareEnum(String at, JsonNode schema, Class<?> type) {
        expect(at, "type", schema.path("type").asText(), "string");
        Set<String> constants = Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> listed = new TreeSet<>();
        boolean open = false;
        for (JsonNode choice : schema.path("anyOf")) {
            if (choice.has("const")) {
                listed.add(choice.path("const").asText());
            }
            open |= choice.has("pattern");
        }
        expect(at, "values", listed, constants);
        if (!open || !schema.path("description").asText().contains("clients must tolerate unknown values")) {
            differences.add(at + ": the list of values must be open, and say so");
        }
    }

    private void compareLimits(String at, JsonNode schema, Class<?> type) {
        if (type == UUID.class) {
            expect(at, "format", schema.path("format").asText(), "uuid");
        } else if (type == Instant.class) {
            expect(at, "format", schema.path("format").asText(), "date-time");
        } else if (type == LocalDate.class) {
            expect(at, "format", schema.path("format").asText(), "date");
        } else if (type == LocalTime.class || type == Duration.class) {
            expect(at, "pattern given", schema.has("pattern"), true);
        } else if (type == String.class) {
            expect(at, "length or pattern given", schema.has("maxLength") || schema.has("pattern"), true);
        } else if (type != boolean.class && type != Boolean.class) {
            boolean isLong = type == long.class || type == Long.class;
            expect(
                    at,
                    "minimum of 0 or 1",
                    schema.path("minimum").asLong(-1) == 0
                            || schema.path("minimum").asLong() == 1,
                    true);
            expect(at, "maximum", schema.path("maximum").asLong(), isLong ? Long.MAX_VALUE : (long) Integer.MAX_VALUE);
        }
    }

    private String jsonTypeOf(String at, Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        if (Set.of(int.class, Integer.class, long.class, Long.class).contains(type)) {
            return "integer";
        }
        if (Set.of(String.class, UUID.class, Instant.class, LocalDate.class, LocalTime.class, Duration.class)
                .contains(type)) {
            return "string";
        }
        differences.add(at + ": no schema is known for " + type);
        return "?";
    }

    private JsonNode resolved(String at, JsonNode property) {
        JsonNode ref = property.path("$ref");
        if (ref.isMissingNode()) {
            return property;
        }
        JsonNode target = root.at(ref.asText().substring(1));
        if (target.isMissingNode()) {
            differences.add(at + ": " + ref.asText() + " leads nowhere");
        }
        return target;
    }

    private void expect(String at, String what, Object inSchema, Object inRecord) {
        if (!inSchema.equals(inRecord)) {
            differences.add(at + ": " + what + ": schema " + inSchema + ", record " + inRecord);
        }
    }

    static boolean isValue(Class<?> record) {
        RecordComponent[] components = record.getRecordComponents();
        return components.length == 1 && components[0].getAccessor().isAnnotationPresent(JsonValue.class);
    }

    private static Set<String> names(Iterator<String> names) {
        Set<String> sorted = new TreeSet<>();
        names.forEachRemaining(sorted::add);
        return sorted;
    }

    private static Set<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
