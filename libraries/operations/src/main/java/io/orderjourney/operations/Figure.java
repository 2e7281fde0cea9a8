package io.orderjourney.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** A gauge that keeps its last sample; not a number while it is unknown. */
public final class Figure {

    private volatile double value = Double.NaN;

    private Figure() {}

    /** @param tags names and values in turn */
    public static Figure of(MeterRegistry registry, String name, String description, String... tags) {
        Figure figure = new Figure();
        Gauge.builder(name, () -> figure.value)
                .description(description)
                .tags(tags)
                .register(registry);
        return figure;
    }

    public void set(double now) {
        value = now;
    }

    public void forget() {
        value = Double.NaN;
    }
}
