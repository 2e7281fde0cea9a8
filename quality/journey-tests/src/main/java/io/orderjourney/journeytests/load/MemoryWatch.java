package io.orderjourney.journeytests.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether memory stays flat: what is left on a service's heap after a full collection, sample by sample. The last third of
 * the samples must not lie above the middle third by more than the tolerance: 8% and 4 MB. In the usual week with 80,000
 * events heaps of 20 to 29 MB are left, and the thirds differ by 1 MB at most; a service that kept 400 bytes of each event
 * would grow by 11 MB in a third.
 */
final class MemoryWatch {

    private static final double TOLERANCE_SHARE = 0.08;
    private static final double TOLERANCE_MB = 4;
    private static final int SAMPLES_MIN = 6;

    /**
     * One process at one time.
     *
     * @param liveMb heap in use after a full collection; 0 where that is not asked
     * @param cpuSeconds since the process began
     */
    record Sample(Instant at, String process, double residentMb, double liveMb, double cpuSeconds) {}

    private final List<Sample> samples = new ArrayList<>();

    void add(Sample sample) {
        samples.add(sample);
    }

    List<Sample> samples() {
        return List.copyOf(samples);
    }

    /** Looks at every process whose live heap was measured. */
    void check(Findings findings) {
        Map<String, List<Double>> byProcess = new TreeMap<>();
        samples.stream()
                .filter(sample -> sample.liveMb() > 0)
                .forEach(sample -> byProcess
                        .computeIfAbsent(sample.process(), first -> new ArrayList<>())
                        .add(sample.liveMb()));
        byProcess.forEach((process, live) -> {
            if (live.size() >= SAMPLES_MIN) {
                double middle = median(live.subList(live.size() / 3, 2 * live.size() / 3));
                double last = median(live.subList(2 * live.size() / 3, live.size()));
                findings.that(
                        last <= middle * (1 + TOLERANCE_SHARE) + TOLERANCE_MB,
                        "live memory of the services is flat",
                        "%s: %.1f MB in the last third, %.1f MB in the middle".formatted(process, last, middle));
            }
        });
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
