package io.orderjourney.rest.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Bean Validation's findings as places of the request. */
final class Violations {

    private static final int ERRORS_MAX = 50;

    private Violations() {}

    /** Whether we broke our own promise: the caller cannot mend a wrong return value. */
    static boolean isOurs(ConstraintViolationException failure) {
        return failure.getConstraintViolations().stream().anyMatch(violation -> {
            for (Path.Node node : violation.getPropertyPath()) {
                if (node.getKind() == ElementKind.RETURN_VALUE) {
                    return true;
                }
            }
            return false;
        });
    }

    static Problem problem(ConstraintViolationException failure) {
        List<FieldError> errors = failure.getConstraintViolations().stream()
                .map(Violations::error)
                .sorted(Comparator.comparing(Violations::place))
                .limit(ERRORS_MAX)
                .toList();
        // The address is wrong before anything was said: the same answer as for a parameter of the wrong type.
        boolean onlyParameters = errors.stream().allMatch(error -> error.parameter() != null);
        return onlyParameters
                ? Problem.badRequest(ProblemCodes.PARAMETER_INVALID, "A parameter is missing or cannot be accepted.")
                        .withErrors(errors)
                : Problem.validation(errors.toArray(FieldError[]::new));
    }

    private static String place(FieldError error) {
        return error.pointer() + " " + error.parameter() + " " + error.code();
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        List<Path.Node> nodes = new ArrayList<>();
        violation.getPropertyPath().forEach(nodes::add);
        String code = code(violation);
        String detail = violation.getMessage();
        boolean ofMethod = !nodes.isEmpty() && nodes.get(0).getKind() == ElementKind.METHOD;
        if (ofMethod && nodes.size() == 2 && isScalar(violation.getInvalidValue())) {
            return FieldError.in(String.valueOf(nodes.get(1).getName()), code, detail);
        }
        return FieldError.at(
                pointer(ofMethod ? nodes.subList(Math.min(2, nodes.size()), nodes.size()) : nodes), code, detail);
    }

    private static boolean isScalar(@Nullable Object value) {
        return value == null
                || value instanceof CharSequence
                || value instanceof Number
                || value instanceof Enum<?>
                || value.getClass().getName().startsWith("java.");
    }

    private static String pointer(List<Path.Node> nodes) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : nodes) {
            // A list's element carries the index; its own name is that of the property before it or a placeholder.
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }

    /** {@code NotNull} becomes {@code not-null}. */
    private static String code(ConstraintViolation<?> violation) {
        String name = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
