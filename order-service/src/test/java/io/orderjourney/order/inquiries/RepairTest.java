package io.orderjourney.order.inquiries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.RepairOutcome;
import io.orderjourney.contracts.RepairReport;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Where an article is, and what a workshop can say of it. */
class RepairTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant FRIDAY = MONDAY.plus(Duration.ofDays(4));

    private static final Repair AWAY = Repair.begun("NOVA-X5", "Nova X5", "serwis-tech", true);
    private static final Repair DIAGNOSED =
            AWAY.reported(RepairReport.DIAGNOSED, RepairOutcome.REPAIR, FRIDAY, MONDAY, MONDAY);

    @Test
    void the_customer_waits_for_the_diagnosis_first_and_then_for_the_article() {
        assertThat(AWAY.step()).isEqualTo(PromiseKind.REPAIR_DIAGNOSIS);
        assertThat(DIAGNOSED.step()).isEqualTo(PromiseKind.REPAIR_DONE);
        assertThat(DIAGNOSED.back(FRIDAY).backAt()).isEqualTo(FRIDAY);
    }

    @Test
    void an_older_report_is_overtaken_and_one_of_the_same_moment_is_not() {
        assertThat(AWAY.knowsBetter(MONDAY)).isFalse();
        assertThat(DIAGNOSED.knowsBetter(MONDAY.minusMillis(1))).isTrue();
        assertThat(DIAGNOSED.knowsBetter(MONDAY)).isFalse();
    }

    @Test
    void a_time_that_a_workshop_cannot_mean_is_refused() {
        assertThat(AWAY.reported(RepairReport.ETA, null, MONDAY, MONDAY, MONDAY).reportedAt())
                .isEqualTo(MONDAY);
        refused(AWAY, RepairReport.ETA, null, MONDAY.minusMillis(1));
        Instant latest = MONDAY.plus(Repair.ETA_MAX);
        assertThat(AWAY.reported(RepairReport.ETA, null, latest, MONDAY, MONDAY))
                .isNotNull();
        refused(AWAY, RepairReport.ETA, null, latest.plusMillis(1));
        refused(AWAY, RepairReport.ETA, null, null);
    }

    @Test
    void what_does_not_fit_where_the_article_is_is_refused() {
        refused(AWAY, RepairReport.SENT_BACK, null, null);
        refused(AWAY, RepairReport.DIAGNOSED, null, FRIDAY);
        refused(AWAY, RepairReport.ETA, RepairOutcome.REPAIR, FRIDAY);
        refused(DIAGNOSED, RepairReport.DIAGNOSED, RepairOutcome.REPLACEMENT, FRIDAY);
        assertThat(DIAGNOSED
                        .reported(RepairReport.SENT_BACK, null, null, MONDAY, MONDAY)
                        .outcome())
                .isEqualTo(RepairOutcome.REPAIR);
        assertThatThrownBy(() -> AWAY.back(FRIDAY)).isInstanceOf(Repair.Refused.class);

        Repair back = DIAGNOSED.back(FRIDAY);
        refused(back, RepairReport.ETA, null, FRIDAY);
        assertThatThrownBy(() -> back.back(FRIDAY)).isInstanceOf(Repair.Refused.class);
        assertThatThrownBy(() -> back.givenUp(FRIDAY)).isInstanceOf(Repair.Refused.class);
        assertThat(AWAY.givenUp(FRIDAY).backAt()).isEqualTo(FRIDAY);
    }

    private static void refused(Repair repair, RepairReport report, RepairOutcome outcome, Instant etaAt) {
        assertThatThrownBy(() -> repair.reported(report, outcome, etaAt, MONDAY, MONDAY))
                .isInstanceOf(Repair.Refused.class);
    }
}
