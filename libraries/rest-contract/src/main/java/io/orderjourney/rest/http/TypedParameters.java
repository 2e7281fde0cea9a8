package io.orderjourney.rest.http;

import io.orderjourney.rest.json.StrictTimes;
import io.orderjourney.rest.problem.FieldError;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemCodes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads typed parameters strictly. A query or header parameter that cannot be read is 400 and names the parameter (JAX-RS
 * would say 404); a path parameter that cannot be read names nothing that exists, so it is 404.
 */
@Provider
public class TypedParameters implements ParamConverterProvider {

    private static final Map<Class<?>, Function<String, Object>> READERS = Map.of(
            UUID.class, TypedParameters::uuid,
            Instant.class, text -> StrictTimes.time(text).toInstant(),
            OffsetDateTime.class, StrictTimes::time,
            LocalDate.class, StrictTimes::date,
            Integer.class, TypedParameters::integer,
            int.class, TypedParameters::integer,
            Long.class, TypedParameters::longInteger,
            long.class, TypedParameters::longInteger,
            Boolean.class, TypedParameters::truth,
            boolean.class, TypedParameters::truth);

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        Function<String, Object> reader = type.isEnum() ? constants(type) : READERS.get(type);
        return reader == null ? null : new Strict<>(text -> (T) reader.apply(text), name(annotations), wanted(type));
    }

    /** The name of a query or header parameter; empty for a part of the path. */
    private static Optional<String> name(Annotation[] annotations) {
        for (Annotation annotation : annotations) {
            if (annotation instanceof QueryParam query) {
                return Optional.of(query.value());
            }
            if (annotation instanceof HeaderParam header) {
                return Optional.of(header.value());
            }
            if (annotation instanceof PathParam) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** What a value must be, for people. */
    private static String wanted(Class<?> type) {
        return type.isEnum()
                ? "The value is not one of: " + FieldError.namesOf(type) + "."
                : "The value is not one of this parameter's type.";
    }

    private static Function<String, Object> constants(Class<?> type) {
        return text -> {
            for (Object constant : type.getEnumConstants()) {
                if (((Enum<?>) constant).name().equals(text)) {
                    return constant;
                }
            }
            throw new IllegalArgumentException("No such constant");
        };
    }

    /** Java also reads 1-1-1-1-1 as an id. */
    private static Object uuid(String text) {
        UUID id = UUID.fromString(text);
        if (!id.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("Not the usual form of an id");
        }
        return id;
    }

    private static Object integer(String text) {
        requireDigits(text);
        return Integer.valueOf(text);
    }

    private static Object longInteger(String text) {
        requireDigits(text);
        return Long.valueOf(text);
    }

    /** Java also reads signs and digits of other scripts. */
    private static void requireDigits(String text) {
        if (!text.matches("-?[0-9]{1,19}")) {
            throw new IllegalArgumentException("Not a plain number");
        }
    }

    private static Object truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("Neither true nor false");
        };
    }

    private record Strict<T>(Function<String, T> reader, Optional<String> parameter, String wanted)
            implements ParamConverter<T> {

        @Override
        public T fromString(String text) {
            try {
                return reader.apply(text);
            } catch (RuntimeException e) {
                throw parameter
                        .map(name -> Problem.invalidParameter(name, wanted))
                        .orElseGet(() -> Problem.notFound(ProblemCodes.NOT_FOUND, "There is nothing at this address."));
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
