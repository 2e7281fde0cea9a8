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
    private static final PaperTrail SENT =
            NOTHING_YET.announced("bank", PapersStatus.SENT, EXPECTED, AT).state();

    @Test
    void the_first_report_is_newsworthy() {
        assertThat(NOTHING_YET.isNewsworthy(PapersStatus.SENT, EXPECTED, AT)).isTrue();
        assertThat(NOTHING_YET.isNewsworthy(PapersStatus.DELIVERED, null, AT)).isTrue();
    }

    @Test
    void the_same_report_again_is_not_newsworthy() {
        assertThat(SENT.isNewsworthy(PapersStatus.SENT, EXPECTED, AT)).isFalse();
        assertThat(SENT.isNewsworthy(PapersStatus.SENT, EXPECTED, AT.plusSeconds(60)))
                .isFalse();
    }

    @Test
    void another_date_is_newsworthy_only_in_a_later_report() {
        Instant later = EXPECTED.plusSeconds(3600);

        assertThat(SENT.isNewsworthy(PapersStatus.SENT, later, AT)).isFalse();
        assertThat(SENT.isNewsworthy(PapersStatus.SENT, later, AT.minusMillis(1)))
                .isFalse();
        assertThat(SENT.isNewsworthy(PapersStatus.SENT, later, AT.plusMillis(1)))
                .isTrue();
    }

    @Test
    void delivered_is_newsworthy_after_sent_even_with_an_earlier_time() {
        assertThat(SENT.isNewsworthy(PapersStatus.DELIVERED, null, AT.minusSeconds(5)))
                .isTrue();
    }

    @Test
    void delivered_papers_are_not_sent_again() {
        PaperTrail delivered = SENT.announced("bank", PapersStatus.DELIVERED, null, AT.plusSeconds(5))
                .state();

        assertThat(delivered.isNewsworthy(PapersStatus.SENT, EXPECTED, AT.plusSeconds(10)))
                .isFalse();
    }

    @Test
    void delivered_papers_may_be_sent_again_once_a_search_began() {
        Instant searchAt = AT.plusSeconds(60);
        PaperTrail searched = SENT.announced("bank", PapersStatus.DELIVERED, null, AT.plusSeconds(5))
                .state()
                .searched("in the van", searchAt);

        assertThat(searched.isNewsworthy(PapersStatus.SENT, EXPECTED, searchAt)).isFalse();
        assertThat(searched.isNewsworthy(PapersStatus.SENT, EXPECTED, searchAt.plusMillis(1)))
                .isTrue();
        PaperTrail sentAgain = searched.announced("bank", PapersStatus.SENT, EXPECTED, searchAt.plusMillis(1))
                .state();
        assertThat(sentAgain.isNewsworthy(PapersStatus.SENT, EXPECTED, searchAt.plusMillis(1)))
                .isFalse();
    }

    @Test
    void reports_about_papers_that_are_checked_in_are_not_newsworthy() {
        PaperTrail here = SENT.checkedIn(AT.plusSeconds(60));

        assertThat(here.isNewsworthy(PapersStatus.DELIVERED, null, AT.plusSeconds(90)))
                .isFalse();
    }

    @Test
    void a_search_clears_the_estimate_and_keeps_its_start_and_the_last_trace() {
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
