package io.orderjourney.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one contestant did, round by round.
 *
 * @param contestant who, with version and settings
 * @param rates operations a second, by round
 * @param costs of one operation in the last round, by name: they survive a noisy neighbour, rates do not
 */
public record Measure(String contestant, List<Double> rates, Map<String, Double> costs) {

    public Measure(String contestant) {
        this(contestant, new ArrayList<>(), new LinkedHashMap<>());
    }

    double medianRate() {
        return Ratio.median(rates.stream().mapToDouble(Double::doubleValue).toArray());
    }

    void add(double rate, Map<String, Double> costsOfOne) {
        rates.add(rate);
        costs.clear();
        costs.putAll(costsOfOne);
    }
}
