package io.orderjourney.credit.papers;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.credit.PapersStatus;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PaperTrailTest {

    private static final Instant AT = Instant.parse("2026-01-14T12:00:00Z");
    private static final Instant EXPECTED = Instant.parse("2026-01-15T12:00:00Z");
    private static final PaperTrail NOTHING_YET = PaperTrail.expected(UUID.randomUUID());
    private static final PaperTrail SENT = NOTHING_YET.announced(PapersStatus.SENT, EXPECTED, AT);

    @Test
    void the_first_word_is_news() {
        assertThat(NOTHING_YET.isNews(PapersStatus.SENT, EXPECTED, AT)).isTrue();
        assertThat(NOTHING_YET.isNews(PapersStatus.DELIVERED, null, AT)).isTrue();
    }

    @Test
    void the_same_word_again_is_no_news_however_late() {
        assertThat(SENT.isNews(PapersStatus.SENT, EXPECTED, AT)).isFalse();
        assertThat(SENT.isNews(PapersStatus.SENT, EXPECTED, AT.plusSeconds(60))).isFalse();
    }

    @Test
    void another_date_is_news_only_if_it_was_said_later() {
        Instant later = EXPECTED.plusSeconds(3600);

        assertThat(SENT.isNews(PapersStatus.SENT, later, AT)).isFalse();
        assertThat(SENT.isNews(PapersStatus.SENT, later, AT.minusMillis(1))).isFalse();
        assertThat(SENT.isNews(PapersStatus.SENT, later, AT.plusMillis(1))).isTrue();
    }

    @Test
    void delivered_is_news_after_sent_even_from_a_clock_that_went_back() {
        assertThat(SENT.isNews(PapersStatus.DELIVERED, null, AT.minusSeconds(5)))
                .isTrue();
    }

    @Test
    void what_was_delivered_is_not_sent_off_again() {
        PaperTrail delivered = SENT.announced(PapersStatus.DELIVERED, null, AT.plusSeconds(5));

        assertThat(delivered.isNews(PapersStatus.SENT, EXPECTED, AT.plusSeconds(10)))
                .isFalse();
    }

    @Test
    void what_was_delivered_and_got_lost_may_be_sent_off_again_once_the_search_began() {
        Instant searchAt = AT.plusSeconds(60);
        PaperTrail searched =
                SENT.announced(PapersStatus.DELIVERED, null, AT.plusSeconds(5)).searched("in the van", searchAt);

        assertThat(searched.isNews(PapersStatus.SENT, EXPECTED, searchAt)).isFalse();
        assertThat(searched.isNews(PapersStatus.SENT, EXPECTED, searchAt.plusMillis(1)))
                .isTrue();
        PaperTrail sentAgain = searched.announced(PapersStatus.SENT, EXPECTED, searchAt.plusMillis(1));
        assertThat(sentAgain.isNews(PapersStatus.SENT, EXPECTED, searchAt.plusMillis(1)))
                .isFalse();
    }

    @Test
    void what_we_hold_in_our_hands_nobody_needs_to_announce() {
        PaperTrail here = SENT.checkedIn(AT.plusSeconds(60));

        assertThat(here.isNews(PapersStatus.DELIVERED, null, AT.plusSeconds(90)))
                .isFalse();
    }

    @Test
    void a_search_ends_what_was_known_and_keeps_the_first_hour_and_the_last_trace() {
        PaperTrail searched = SENT.checkedIn(AT).searched("at the counter", AT.plusSeconds(10));

        assertThat(searched.checkedInAt()).isNull();
        assertThat(searched.expectedAt()).isNull();
        assertThat(searched.searchStartedAt()).isEqualTo(AT.plusSeconds(10));
        assertThat(searched.searched(null, AT.plusSeconds(99)).searchStartedAt())
                .isEqualTo(AT.plusSeconds(10));
        assertThat(searched.searched(null, AT.plusSeconds(99)).lastSeen()).isEqualTo("at the counter");
    }

    @Test
    void a_check_in_ends_the_search() {
        assertThat(SENT.searched("in the van", AT).checkedIn(AT.plusSeconds(5)).searchStartedAt())
                .isNull();
    }
}
