package io.orderjourney.notification.partners;

import static io.orderjourney.notification.partners.PartnerRole.SUPPLIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.notification.partners.PartnerWord.Outcome;
import io.orderjourney.time.WeeklyHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PartnerWordTest {

    private static final Instant MONDAY = Instant.parse("2026-11-30T12:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2026-12-04T12:00:00Z");
    private static final Duration GRACE = Duration.ofHours(4);

    private final UUID journey = UUID.randomUUID();

    private PartnerWord said(Instant... times) {
        PartnerWord word = PartnerWord.first(journey, SUPPLIER, "mobile-import", times[0]);
        for (Instant next : times) {
            word = word.then(PartnerWord.first(journey, SUPPLIER, "mobile-import", next));
        }
        return word;
    }

    private static PartnerWord doneAt(PartnerWord word, Instant at) {
        return new PartnerWord(
                word.journeyId(), word.role(), word.partner(), word.firstAt(), word.lastAt(), word.moves(), at);
    }

    @Test
    void the_first_word_counts_and_the_grace_is_part_of_it() {
        PartnerWord word = said(MONDAY);
        assertThat(doneAt(word, MONDAY.plus(GRACE)).outcome(GRACE)).isEqualTo(Outcome.KEPT);
        assertThat(doneAt(word, MONDAY.plus(GRACE).plusMillis(1)).outcome(GRACE))
                .isEqualTo(Outcome.BROKEN);
        assertThat(word.moves()).isZero();
    }

    @Test
    void who_says_in_time_that_it_is_later_moved_and_did_not_break_their_word() {
        PartnerWord word = said(MONDAY, FRIDAY);
        assertThat(word.moves()).isEqualTo(1);
        assertThat(word.firstAt()).isEqualTo(MONDAY);
        assertThat(doneAt(word, FRIDAY).outcome(GRACE)).isEqualTo(Outcome.MOVED);
        assertThat(doneAt(word, FRIDAY.plus(GRACE).plusMillis(1)).outcome(GRACE))
                .isEqualTo(Outcome.BROKEN);
        assertThat(doneAt(word, FRIDAY).late(GRACE)).isEqualTo(Duration.ofDays(4));
    }

    @Test
    void a_score_adds_up_and_says_how_much_was_kept() {
        ZoneId zone = ZoneId.of("Europe/Warsaw");
        PartnerScore score = PartnerScore.of(doneAt(said(MONDAY), MONDAY), GRACE, zone)
                .and(PartnerScore.of(doneAt(said(MONDAY, FRIDAY), FRIDAY), GRACE, zone))
                .and(PartnerScore.of(doneAt(said(MONDAY), FRIDAY), GRACE, zone));

        assertThat(score.month()).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(score.words()).isEqualTo(3);
        assertThat(score.keptPercent()).isEqualTo(33);
        assertThat(score.lateOnAverage()).isEqualTo(Duration.ofDays(4));
        assertThat(new PartnerScore("new", SUPPLIER, score.month(), 0, 0, 0, 0, Duration.ZERO).keptPercent())
                .isEqualTo(100);
    }

    @Test
    void the_gap_is_the_time_in_which_the_shop_needs_them_and_nobody_answers() {
        WeeklyHours desk = WeeklyHours.parse("Mon-Fri 08:00-18:00; Sat 10:00-14:00");
        WeeklyHours support = WeeklyHours.parse("Mon-Fri 09:00-12:00, 13:00-17:00");

        assertThat(SupportGap.inAWeek(desk, support)).isEqualTo(Duration.ofHours(5 * 3 + 4));
        assertThat(SupportGap.inAWeek(SupportGap.ALWAYS, support)).isEqualTo(Duration.ofHours(7 * 24 - 5 * 7));
        assertThat(SupportGap.inAWeek(desk, SupportGap.ALWAYS)).isZero();
    }

    @Test
    void hours_that_cannot_be_read_are_not_agreed() {
        assertThatThrownBy(() -> new Partner("x", SUPPLIER, "sometimes", null, GRACE, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
