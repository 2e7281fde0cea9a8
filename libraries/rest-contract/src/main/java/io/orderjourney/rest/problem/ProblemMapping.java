package io.orderjourney.rest.problem;

import java.util.function.Function;

/**
 * Says how one exception of the domain is told to a caller. A service makes one bean per exception (or per family: the
 * mapping of the nearest superclass is taken), so that rules never know HTTP.
 */
public interface ProblemMapping<E extends Throwable> {

    /** The exception, with all its subclasses that have no mapping of their own. */
    Class<E> type();

    /** The problem to answer with; the exception itself is not logged. */
    Problem problem(E refused);

    /** A mapping made of its two parts, for a producer method. */
    static <E extends Throwable> ProblemMapping<E> of(Class<E> type, Function<? super E, Problem> telling) {
        return new ProblemMapping<>() {
            @Override
            public Class<E> type() {
                return type;
            }

            @Override
            public Problem problem(E refused) {
                return telling.apply(refused);
            }
        };
    }
}
