package io.orderjourney.journeytests.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryWatchTest {

    @Test
    void memory_that_fills_up_and_then_stays_is_flat() {
        assertThat(isFlat(List.of(30, 40, 50, 52, 51, 50, 53, 52, 51))).isTrue();
    }

    @Test
    void memory_that_goes_on_growing_is_found() {
        assertThat(isFlat(List.of(30, 35, 40, 45, 50, 55, 60, 65, 70))).isFalse();
    }

    private static boolean isFlat(List<Integer> liveMb) {
        MemoryWatch watch = new MemoryWatch();
        liveMb.forEach(live -> watch.add(new MemoryWatch.Sample(Instant.EPOCH, "order-service", 200, live, 1)));
        Findings findings = new Findings();
        watch.check(findings);
        assertThat(findings.rules()).isNotEmpty();
        return findings.allHold();
    }
}
