package io.orderjourney.stack.clock;

import io.orderjourney.time.SettableClock;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The clock driver of a running stack, with its connection to Kafka. */
public final class StackClock implements AutoCloseable {

    /** Nothing moves for two minutes: something hangs. Work that goes on may take much longer on a busy machine. */
    private static final ClockDriver.Limits LIMITS = new ClockDriver.Limits(Duration.ofMinutes(2), Duration.ofHours(2));

    private final ConsumerLag lag;
    private final ClockDriver driver;

    /**
     * Connects.
     *
     * @param services base URLs by name; the name is also the consumer group
     * @param inside what settles within this process
     */
    public StackClock(
            SettableClock clock,
            Map<String, String> services,
            String operatorToken,
            String kafka,
            List<Settling> inside) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build();
        List<Settling> all = new ArrayList<>(inside);
        services.forEach((name, url) -> all.add(new RemoteSettling(name, url, operatorToken, http)));
        this.lag = new ConsumerLag(kafka, services.keySet());
        this.driver = new ClockDriver(clock, all, lag::read, LIMITS);
    }

    public ClockDriver driver() {
        return driver;
    }

    @Override
    public void close() {
        lag.close();
    }
}
