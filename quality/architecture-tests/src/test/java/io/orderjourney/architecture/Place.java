package io.orderjourney.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where a class lives: {@code io.orderjourney.<unit>.<feature>.<layer>}. Planted examples have the same shape below
 * {@code io.orderjourney.planted.<case>}, so that a rule cannot tell them from real code.
 *
 * @param unit a service, e.g. "order", or a library, e.g. "messaging"
 * @param feature empty in the unit's own package, where a service is put together, and in what all features share at one edge
 *     ({@code io.orderjourney.<unit>.db})
 */
record Place(String unit, String feature, Layer layer) {

    /** Where in a feature. */
    enum Layer {
        /** The service's own package: what puts it together. */
        ASSEMBLY,
        /** The rules. */
        ROOT,
        USECASE,
        REST,
        KAFKA,
        DB,
        CONSOLE,
        /** A partner that is asked over HTTP. */
        HTTP,
        EMAIL,
        SMS,
        /** Templates and languages. */
        TEXT,
        /** Not a place that the layout knows. */
        ELSEWHERE;

        boolean isEdge() {
            return EDGES.contains(this);
        }
    }

    static final Set<String> SERVICES = Set.of("order", "credit", "fulfillment", "notification");
    static final Set<String> LIBRARIES =
            Set.of("contracts", "time", "foresight", "sql", "messaging", "promises", "rest", "operations", "console");

    private static final Set<Layer> EDGES =
            Set.of(Layer.REST, Layer.KAFKA, Layer.DB, Layer.CONSOLE, Layer.HTTP, Layer.EMAIL, Layer.SMS, Layer.TEXT);
    private static final String OURS = "io.orderjourney.";
    private static final String PLANTED = "planted";

    /** A library that is one feature by itself, laid out like a service's. */
    private static final String PROMISE_BOOK = "promises";

    static Optional<Place> of(JavaClass type) {
        String packageName = type.getPackageName();
        if (!packageName.startsWith(OURS)) {
            return Optional.empty();
        }
        List<String> parts = Arrays.asList(packageName.substring(OURS.length()).split("\\."));
        if (parts.get(0).equals(PLANTED)) {
            if (parts.size() < 3) {
                return Optional.empty();
            }
            parts = parts.subList(2, parts.size());
        }
        String unit = parts.get(0);
        if (unit.equals(PROMISE_BOOK)) {
            return Optional.of(new Place(unit, unit, layer(parts.subList(1, parts.size()))));
        }
        if (!SERVICES.contains(unit)) {
            return Optional.of(new Place(unit, "", Layer.ELSEWHERE));
        }
        if (parts.size() == 1) {
            return Optional.of(new Place(unit, "", Layer.ASSEMBLY));
        }
        Layer shared = layer(parts.subList(1, parts.size()));
        if (shared.isEdge()) {
            return Optional.of(new Place(unit, "", shared));
        }
        return Optional.of(new Place(unit, parts.get(1), layer(parts.subList(2, parts.size()))));
    }

    private static Layer layer(List<String> belowFeature) {
        if (belowFeature.isEmpty()) {
            return Layer.ROOT;
        }
        if (belowFeature.size() == 1) {
            for (Layer layer : Layer.values()) {
                if ((layer.isEdge() || layer == Layer.USECASE)
                        && layer.name().toLowerCase(Locale.ROOT).equals(belowFeature.get(0))) {
                    return layer;
                }
            }
        }
        return Layer.ELSEWHERE;
    }

    boolean isService() {
        return SERVICES.contains(unit);
    }

    boolean isLibrary() {
        return LIBRARIES.contains(unit);
    }

    boolean isPromiseBook() {
        return unit.equals(PROMISE_BOOK);
    }

    /** Use cases and edges, as opposed to the package that says what a feature is for. */
    boolean isBelowFeature() {
        return isLaidOut() && (layer.isEdge() || layer == Layer.USECASE);
    }

    /** Whether the layout of a feature applies here. */
    boolean isLaidOut() {
        return isService() || isPromiseBook();
    }
}
