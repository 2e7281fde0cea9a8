package io.orderjourney.fulfillment.stock.rest;

import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemMapping;
import java.util.Objects;
import java.util.function.Function;

/** How a rule's refusal is told over HTTP. */
public final class Refusal {

    private Refusal() {}

    /** Tells every refusal of this type in the same way. */
    public static <E extends RuntimeException> ProblemMapping<E> told(Class<E> type, Function<E, Problem> problem) {
        return new ProblemMapping<>() {
            @Override
            public Class<E> type() {
                return type;
            }

            @Override
            public Problem problem(E refused) {
                return problem.apply(refused);
            }
        };
    }

    /** The rule's own sentence. */
    public static String text(RuntimeException refused) {
        return Objects.requireNonNullElse(refused.getMessage(), "Refused");
    }
}
