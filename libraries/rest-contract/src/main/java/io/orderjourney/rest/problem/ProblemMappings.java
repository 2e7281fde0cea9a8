package io.orderjourney.rest.problem;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All {@link ProblemMapping} beans of the service, by the exception that they tell. */
@Singleton
class ProblemMappings {

    private static final int CAUSES_MAX = 10;

    private final Map<Class<?>, ProblemMapping<?>> byType = new HashMap<>();

    ProblemMappings(@All List<ProblemMapping<?>> mappings) {
        for (ProblemMapping<?> mapping : mappings) {
            ProblemMapping<?> other = byType.put(mapping.type(), mapping);
            if (other != null) {
                throw new IllegalStateException("Two mappings for " + mapping.type());
            }
        }
    }

    /** The problem for this exception or the nearest of its causes: transactions wrap what passes through them. */
    Optional<Problem> problem(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < CAUSES_MAX; i++, cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return Optional.of(problem);
            }
            ProblemMapping<?> mapping = mapping(cause.getClass());
            if (mapping != null) {
                return Optional.of(tell(mapping, cause));
            }
        }
        return Optional.empty();
    }

    private @Nullable ProblemMapping<?> mapping(Class<?> type) {
        for (Class<?> known = type; known != null; known = known.getSuperclass()) {
            ProblemMapping<?> mapping = byType.get(known);
            if (mapping != null) {
                return mapping;
            }
        }
        return null;
    }

    private static <E extends Throwable> Problem tell(ProblemMapping<E> mapping, Throwable refused) {
        return mapping.problem(mapping.type().cast(refused));
    }
}
