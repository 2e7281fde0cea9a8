package io.orderjourney.journeytests.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the load was told at its start.
 *
 * @param stack the file that says where the stack is
 * @param step how business time passes during the day
 * @param report where the report goes as JSON; null for nowhere
 */
record LoadOptions(
        Path stack,
        int journeys,
        int days,
        long seed,
        Duration step,
        @Nullable Path report) {

    private static final Set<String> NAMES = Set.of("--stack", "--journeys", "--days", "--seed", "--step", "--report");

    LoadOptions {
        if (journeys < 1 || journeys > 1_000_000 || days < 1 || days > 14) {
            throw new IllegalArgumentException("From 1 to 1000000 journeys on 1 to 14 days.");
        }
        if (step.compareTo(Duration.ofMinutes(1)) < 0 || step.compareTo(Duration.ofMinutes(15)) > 0) {
            throw new IllegalArgumentException("A step is from 1 to 15 minutes: the last warnings are that near.");
        }
    }

    /**
     * Reads pairs of names and values.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    static LoadOptions of(String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (int n = 0; n + 1 < arguments.length; n += 2) {
            given.put(arguments[n], arguments[n + 1]);
        }
        if (arguments.length % 2 != 0 || !NAMES.containsAll(given.keySet()) || !given.containsKey("--stack")) {
            throw new IllegalArgumentException("LoadMain --stack FILE and, if wished, of " + NAMES);
        }
        String report = given.get("--report");
        return new LoadOptions(
                Path.of(given.get("--stack")),
                Integer.parseInt(given.getOrDefault("--journeys", "2000")),
                Integer.parseInt(given.getOrDefault("--days", "7")),
                Long.parseLong(given.getOrDefault("--seed", "2026")),
                Duration.parse(given.getOrDefault("--step", "PT5M")),
                report == null ? null : Path.of(report));
    }
}
