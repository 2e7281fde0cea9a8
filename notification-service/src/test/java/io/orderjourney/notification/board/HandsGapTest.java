package io.orderjourney.notification.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.Desk;
import io.orderjourney.notification.Fixtures;
import io.orderjourney.notification.board.HandsGap.Today;
import io.orderjourney.promises.DeskLoad;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whose work does not fit today, from which hour on, and who could help. */
class HandsGapTest {

    /** A Monday at 16:00 in Warsaw: sales works until 20:00 and keeps 30 promises an hour. */
    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");

    private static final Instant CLOSING = NOW.plus(Duration.ofHours(4));

    private static Today today(Desk desk, DeskLoad load) {
        return new Today(desk, load, Fixtures.TERMS.calendar(desk), Fixtures.TERMS.desk(desk));
    }

    private static DeskLoad due(int pieces, Instant at) {
        return new DeskLoad(Collections.nCopies(pieces, at));
    }

    private static DeskLoad and(DeskLoad one, DeskLoad other) {
        return new DeskLoad(
                Stream.concat(one.dueAts().stream(), other.dueAts().stream()).toList());
    }

    @Test
    void what_just_fits_is_no_gap_and_one_more_piece_is_one() {
        assertThat(HandsGap.of(List.of(today(Desk.SALES, due(120, CLOSING))), NOW))
                .isEmpty();

        assertThat(HandsGap.of(List.of(today(Desk.SALES, due(121, CLOSING))), NOW))
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.tooMuch()).isEqualTo(1);
                    assertThat(gap.shortFromAt()).isEqualTo(CLOSING);
                    assertThat(gap.work()).isEqualTo(Duration.ofMinutes(2));
                    assertThat(gap.helper()).isNull();
                });
    }

    @Test
    void the_first_hour_that_is_too_full_is_named() {
        DeskLoad load = and(due(61, NOW.plus(Duration.ofHours(2))), due(70, CLOSING));

        assertThat(HandsGap.of(List.of(today(Desk.SALES, load)), NOW))
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.shortFromAt()).isEqualTo(NOW.plus(Duration.ofHours(2)));
                    assertThat(gap.tooMuch()).isEqualTo(11);
                });
    }

    @Test
    void who_has_the_most_time_helps_and_what_is_given_is_gone() {
        List<HandsGap> gaps = HandsGap.of(
                List.of(
                        today(Desk.SALES, due(210, CLOSING)),
                        today(Desk.PICKUP_POINT, due(161, CLOSING)),
                        today(Desk.CREDIT, due(15, NOW.plus(Duration.ofHours(3)))),
                        today(Desk.MANAGEMENT, DeskLoad.NONE)),
                NOW);

        assertThat(gaps).extracting(HandsGap::desk).containsExactly(Desk.SALES, Desk.PICKUP_POINT);
        // Credit closes at 19:00 and has two of its three hours to spare; three hours of sales' work take them all.
        assertThat(gaps.get(0).helper()).isEqualTo(Desk.CREDIT);
        assertThat(gaps.get(0).spare()).isEqualTo(Duration.ofHours(2));
        assertThat(gaps.get(1).helper()).isNull();
    }
}
