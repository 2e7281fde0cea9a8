package io.orderjourney.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What JSON must look like so that a Java type can be read from it without guessing. Jackson alone is too kind: it makes 0
 * of a missing number, an instant of the text "12", an id of an empty text.
 */
@FunctionalInterface
interface Shape {

    /** The first flaw, or null if there is none; the usual answer costs no allocation. */
    @Nullable
    Flaw flawOf(JsonNode json);

    Shape WHOLE_NUMBER =
            leaf("must be a whole number in range", n -> n.canConvertToExactIntegral() && n.canConvertToInt());
    Shape LONG_NUMBER =
            leaf("must be a whole number in range", n -> n.canConvertToExactIntegral() && n.canConvertToLong());
    Shape TRUTH = leaf("must be true or false", JsonNode::isBoolean);
    Shape TEXT = leaf("must be a text without broken characters", n -> n.isTextual() && isStorable(n.textValue()));
    Shape ID = text("must be a UUID", "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    Shape INSTANT = text(
            "must be an RFC 3339 time with offset",
            "\\d{4}-\\d\\d-\\d\\dT([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?(Z|[+-]([01]\\d|2[0-3]):[0-5]\\d)");
    Shape DAY = text("must be a date", "\\d{4}-\\d\\d-\\d\\d");
    Shape TIME_OF_DAY = text("must be a time of day", "([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?");
    Shape LENGTH_OF_TIME = text(
            "must be a duration in days, hours, minutes and seconds",
            "P(?=\\d|T\\d)(\\d{1,9}D)?(T(?=\\d)(\\d{1,9}H)?(\\d{1,9}M)?(\\d{1,9}(\\.\\d{1,9})?S)?)?");

    Map<Class<?>, Shape> LEAVES = Map.ofEntries(
            Map.entry(int.class, WHOLE_NUMBER),
            Map.entry(Integer.class, WHOLE_NUMBER),
            Map.entry(long.class, LONG_NUMBER),
            Map.entry(Long.class, LONG_NUMBER),
            Map.entry(boolean.class, TRUTH),
            Map.entry(Boolean.class, TRUTH),
            Map.entry(String.class, TEXT),
            Map.entry(UUID.class, ID),
            Map.entry(Instant.class, INSTANT),
            Map.entry(LocalDate.class, DAY),
            Map.entry(LocalTime.class, TIME_OF_DAY),
            Map.entry(Duration.class, LENGTH_OF_TIME));

    /** @throws IllegalArgumentException for a Java type that event data cannot have */
    static Shape of(Type type) {
        if (type instanceof Class<?> plain) {
            return of(plain);
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            return listOf(of(generic.getActualTypeArguments()[0]));
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            return mapOf(of(generic.getActualTypeArguments()[0]), of(generic.getActualTypeArguments()[1]));
        }
        throw new IllegalArgumentException("Event data has no " + type.getTypeName());
    }

    private static Shape of(Class<?> type) {
        Shape leaf = LEAVES.get(type);
        if (leaf != null) {
            return leaf;
        }
        if (type.isEnum()) {
            return oneOf(Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .collect(Collectors.toUnmodifiableSet()));
        }
        if (type.isRecord()) {
            List<Field> fields =
                    Arrays.stream(type.getRecordComponents()).map(Field::of).toList();
            return fields.size() == 1 && fields.get(0).isTheWholeValue()
                    ? valueOf(type, fields.get(0))
                    : recordOf(fields);
        }
        throw new IllegalArgumentException("Event data has no " + type.getTypeName());
    }

    private static Shape recordOf(List<Field> fields) {
        return json -> {
            if (!json.isObject()) {
                return Flaw.here("must be an object");
            }
            for (Field field : fields) {
                Flaw flaw = field.flawIn(json);
                if (flaw != null) {
                    return flaw.in(field.name());
                }
            }
            return null;
        };
    }

    /** A record that is a plain value in JSON, and whose constructor knows which values there are. */
    private static Shape valueOf(Class<?> type, Field value) {
        Flaw noSuchValue = Flaw.here("is no valid " + type.getSimpleName());
        return json -> {
            Flaw flaw = value.shape().flawOf(json);
            if (flaw != null) {
                return flaw;
            }
            try {
                ContractJson.mapper().treeToValue(json, type);
                return null;
            } catch (JsonProcessingException e) {
                return noSuchValue;
            }
        };
    }

    private static Shape listOf(Shape element) {
        return json -> {
            if (!json.isArray()) {
                return Flaw.here("must be a list");
            }
            for (int i = 0; i < json.size(); i++) {
                Flaw flaw = element.flawOf(json.get(i));
                if (flaw != null) {
                    return flaw.in(Integer.toString(i));
                }
            }
            return null;
        };
    }

    private static Shape mapOf(Shape key, Shape value) {
        return json -> {
            if (!json.isObject()) {
                return Flaw.here("must be an object");
            }
            for (Iterator<Map.Entry<String, JsonNode>> entries = json.fields(); entries.hasNext(); ) {
                Map.Entry<String, JsonNode> entry = entries.next();
                // Flaws are told of the whole map: a pointer into it would repeat the key, which may be anything.
                Flaw flaw = key.flawOf(TextNode.valueOf(entry.getKey()));
                if (flaw != null) {
                    return Flaw.here("has a key that " + flaw.what());
                }
                flaw = value.flawOf(entry.getValue());
                if (flaw != null) {
                    return Flaw.here("has an entry whose " + flaw);
                }
            }
            return null;
        };
    }

    private static Shape oneOf(Set<String> names) {
        return leaf("is none of the values known here", n -> n.isTextual() && names.contains(n.textValue()));
    }

    private static Shape text(String what, String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        return leaf(what, n -> n.isTextual() && compiled.matcher(n.textValue()).matches());
    }

    private static Shape leaf(String what, Predicate<JsonNode> test) {
        Flaw flaw = Flaw.here(what);
        return json -> test.test(json) ? null : flaw;
    }

    /** PostgreSQL keeps no U+0000, and half a surrogate pair is no character: both would fail late and far from here. */
    private static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** One component of a record. */
    record Field(String name, Shape shape, boolean required, boolean isTheWholeValue) {

        private static final Flaw MISSING = Flaw.here("is missing");

        static Field of(RecordComponent component) {
            return new Field(
                    component.getName(),
                    Shape.of(component.getGenericType()),
                    !component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                    component.getAccessor().isAnnotationPresent(JsonValue.class));
        }

        private @Nullable Flaw flawIn(JsonNode object) {
            JsonNode value = object.get(name);
            if (value == null || value.isNull()) {
                return required ? MISSING : null;
            }
            return shape.flawOf(value);
        }
    }
}
