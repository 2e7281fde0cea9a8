package io.orderjourney.rest.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One place of the request that is wrong.
 *
 * @param pointer JSON pointer into the request body, such as {@code /lines/0/quantity}; null if the place is not in the body
 * @param parameter name of the query, path or header parameter; null if the place is in the body
 * @param code stable word for programs, such as {@code not-null}
 * @param detail sentence for people; never repeats what was sent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(@Nullable String pointer, @Nullable String parameter, String code, String detail) {

    /** The names of an enum's values, for the detail of a value that is none of them. */
    public static String namesOf(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.joining(", "));
    }

    /** An error at a JSON pointer of the body. */
    public static FieldError at(String pointer, String code, String detail) {
        return new FieldError(pointer, null, code, detail);
    }

    /** An error in a query, path or header parameter. */
    public static FieldError in(String parameter, String code, String detail) {
        return new FieldError(null, parameter, code, detail);
    }
}
