package io.orderjourney.notification.sources;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.notification.sources.SourceReports.Reported;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceAgesTest {

    private static final Duration MARGIN = Duration.ofMinutes(2);

    private final SourceAges ages = new SourceAges(MARGIN);

    @ParameterizedTest
    @CsvSource({"0, true", "1, false"})
    void news_is_stale_a_moment_after_the_margin(long nanosLater, boolean fresh) {
        ages.begin(List.of());
        ages.complete(List.of(orders(1, 0)), 1_000);

        long now = 1_000 + MARGIN.toNanos() + nanosLater;
        assertThat(ages.at(List.of(orders(1, 0)), now).isFresh("order-service")).isEqualTo(fresh);
        assertThat(ages.at(List.of(orders(1, 0)), now).isFresh("a service that never reported"))
                .isTrue();
    }

    @Test
    void the_same_report_again_makes_nothing_newer() {
        ages.begin(List.of());
        ages.complete(List.of(orders(1, 0)), 0);
        ages.complete(List.of(orders(1, 0)), MARGIN.toNanos());
        assertThat(ages.at(List.of(orders(1, 0)), MARGIN.toNanos() + 1).isAllFresh())
                .isFalse();

        ages.complete(List.of(orders(2, 0)), MARGIN.toNanos());
        assertThat(ages.at(List.of(orders(2, 0)), MARGIN.toNanos() + 1).isAllFresh())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"120, true", "121, false"})
    void a_service_that_cannot_publish_is_stale_however_often_it_reports(int seconds, boolean fresh) {
        ages.begin(List.of());
        ages.complete(List.of(orders(1, seconds)), 0);

        assertThat(ages.at(List.of(orders(1, seconds)), 0).isAllFresh()).isEqualTo(fresh);
    }

    @Test
    void after_a_restart_an_old_report_is_no_news() {
        ages.begin(List.of(orders(7, 0)));
        ages.complete(List.of(orders(7, 0)), 0);
        assertThat(ages.at(List.of(orders(7, 0)), 0).isAllFresh()).isFalse();

        ages.complete(List.of(orders(8, 0)), 0);
        assertThat(ages.at(List.of(orders(8, 0)), 0).isAllFresh()).isTrue();
    }

    private static Reported orders(long reports, int unpublishedSeconds) {
        return new Reported("order-service", reports, Duration.ofSeconds(unpublishedSeconds));
    }
}
