package io.orderjourney.rest.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.orderjourney.rest.problem.FieldError;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemCodes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells Jackson's complaints in our words; its own messages repeat the input and name classes. */
final class JsonProblems {

    private JsonProblems() {}

    static Problem problem(JsonProcessingException failure) {
        if (failure instanceof StreamConstraintsException) {
            return Problem.badRequest(
                    ProblemCodes.LIMIT_EXCEEDED, "The body is nested too deeply or holds a text that is too long.");
        }
        if (failure instanceof InputCoercionException) {
            return outOfRange("");
        }
        if (failure instanceof StreamReadException) {
            return malformed(failure.getLocation());
        }
        if (failure instanceof JsonMappingException mapping) {
            return mapping(mapping);
        }
        return malformed(failure.getLocation());
    }

    private static Problem mapping(JsonMappingException failure) {
        String pointer = Pointers.of(failure.getPath());
        if (failure instanceof UnrecognizedPropertyException) {
            return at(400, ProblemCodes.UNKNOWN_PROPERTY, pointer, "There is no such property.");
        }
        if (failure instanceof InvalidFormatException format) {
            return isTextThatNamesNothing(format)
                    ? validation(pointer, "invalid", wanted(format.getTargetType()))
                    : at(400, ProblemCodes.TYPE_MISMATCH, pointer, "The JSON type is wrong here.");
        }
        // A record's own constructor refused: right types, impossible content.
        if (failure instanceof ValueInstantiationException) {
            return validation(pointer, "invalid", "The value is not possible here.");
        }
        if (failure.getCause() instanceof InputCoercionException) {
            return outOfRange(pointer);
        }
        if (failure.getCause() instanceof StreamReadException cause) {
            return problem(cause);
        }
        if (failure instanceof MismatchedInputException) {
            return failure.getPath().isEmpty() && isTrailing(failure)
                    ? malformed(failure.getLocation())
                    : at(400, ProblemCodes.TYPE_MISMATCH, pointer, "The JSON type is wrong here.");
        }
        // What is left are types that Jackson cannot build: our mistake, not the caller's.
        throw new IllegalStateException("A request type cannot be read", failure);
    }

    private static boolean isTrailing(JsonMappingException failure) {
        return String.valueOf(failure.getOriginalMessage()).startsWith("Trailing token");
    }

    /** A date, an enum or an id in the right JSON type; a number in quotes is the wrong JSON type. */
    private static boolean isTextThatNamesNothing(InvalidFormatException failure) {
        Class<?> target = failure.getTargetType();
        boolean wantsScalar = target == null
                || target.isPrimitive()
                || Number.class.isAssignableFrom(target)
                || target == Boolean.class
                || target == Character.class
                || target == String.class;
        return failure.getValue() instanceof String && !wantsScalar;
    }

    private static String wanted(@Nullable Class<?> target) {
        return target != null && target.isEnum()
                ? "The text is not one of: " + FieldError.namesOf(target) + "."
                : "The text is not a valid value here.";
    }

    private static Problem outOfRange(String pointer) {
        return validation(pointer, "out-of-range", "The number is out of range.");
    }

    private static Problem validation(String pointer, String code, String detail) {
        return Problem.validation(FieldError.at(pointer, code, detail));
    }

    private static Problem at(int status, String code, String pointer, String detail) {
        return Problem.of(status, code, detail).withErrors(List.of(FieldError.at(pointer, code, detail)));
    }

    private static Problem malformed(JsonLocation location) {
        String where = location == null
                ? ""
                : " Reading stopped at line " + location.getLineNr() + ", column " + location.getColumnNr() + ".";
        return Problem.badRequest(ProblemCodes.JSON_MALFORMED, "The body is not valid JSON." + where);
    }
}
