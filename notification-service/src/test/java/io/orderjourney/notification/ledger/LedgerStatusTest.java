package io.orderjourney.notification.ledger;

import static io.orderjourney.notification.Fixtures.at;
import static io.orderjourney.notification.Fixtures.kept;
import static io.orderjourney.notification.Fixtures.promise;
import static io.orderjourney.notification.Fixtures.rescheduled;
import static io.orderjourney.notification.Fixtures.window;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.promises.Promise;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Invariant 3: the score is counted against the first promised date, and a reschedule does not improve it. */
class LedgerStatusTest {

    private static final Instant DUE = at("2026-01-12T14:00");
    private static final Instant NEW_DUE = at("2026-01-12T18:00");

    private final Promise call = promise(PromiseKind.CONFIRMATION_CALL, "2026-01-12T14:00");
    private final Promise rescheduled = rescheduled(call, 1, null, "2026-01-12T18:00");

    @Test
    void open_until_the_last_millisecond_and_missed_after_it() {
        assertThat(LedgerStatus.of(call, List.of(), DUE)).isEqualTo(LedgerStatus.OPEN);
        assertThat(LedgerStatus.of(call, List.of(), DUE.plusMillis(1))).isEqualTo(LedgerStatus.MISSED_UNANNOUNCED);
    }

    @Test
    void kept_on_time_until_the_last_millisecond() {
        assertThat(LedgerStatus.of(kept(call, DUE), List.of(), NEW_DUE)).isEqualTo(LedgerStatus.KEPT_ON_TIME);
        assertThat(LedgerStatus.of(kept(call, DUE.plusMillis(1)), List.of(), NEW_DUE))
                .isEqualTo(LedgerStatus.MISSED_UNANNOUNCED);
    }

    @Test
    void rescheduled_with_notice_when_delivered_before_the_old_date() {
        assertThat(LedgerStatus.of(kept(rescheduled, NEW_DUE), List.of(date(1, NEW_DUE, DUE)), NEW_DUE))
                .isEqualTo(LedgerStatus.RESCHEDULED_WITH_NOTICE);
        assertThat(LedgerStatus.of(rescheduled, List.of(date(1, NEW_DUE, DUE)), NEW_DUE))
                .isEqualTo(LedgerStatus.OPEN_RESCHEDULED);
    }

    @Test
    void rescheduled_late_when_delivered_a_millisecond_after_the_old_date() {
        assertThat(LedgerStatus.of(kept(rescheduled, NEW_DUE), List.of(date(1, NEW_DUE, DUE.plusMillis(1))), NEW_DUE))
                .isEqualTo(LedgerStatus.RESCHEDULED_LATE);
    }

    @Test
    void missed_without_notice_when_the_new_date_was_never_delivered() {
        assertThat(LedgerStatus.of(kept(rescheduled, NEW_DUE), List.of(date(1, NEW_DUE, null)), NEW_DUE))
                .isEqualTo(LedgerStatus.MISSED_UNANNOUNCED);
    }

    @Test
    void kept_on_time_when_kept_by_the_first_date_after_all() {
        assertThat(LedgerStatus.of(kept(rescheduled, DUE), List.of(date(1, NEW_DUE, DUE.minusMillis(1))), NEW_DUE))
                .isEqualTo(LedgerStatus.KEPT_ON_TIME);
    }

    @Test
    void a_message_delivered_after_a_newer_one_is_not_counted() {
        Promise twice = rescheduled(rescheduled, 2, null, "2026-01-12T19:00");
        Instant late = DUE.plusMillis(1);
        PromisedDate newer = date(2, at("2026-01-12T19:00"), DUE);

        assertThat(LedgerStatus.of(twice, List.of(date(1, NEW_DUE, late), newer), NEW_DUE))
                .isEqualTo(LedgerStatus.OPEN_RESCHEDULED);
        // Without the newer one in time, the same message is late.
        assertThat(LedgerStatus.of(
                        twice, List.of(date(1, NEW_DUE, late), date(2, at("2026-01-12T19:00"), late)), NEW_DUE))
                .isEqualTo(LedgerStatus.RESCHEDULED_LATE);
    }

    @Test
    void a_new_window_must_be_announced_before_the_old_one_begins() {
        Promise slot = window(PromiseKind.PICKUP_SLOT, "2026-01-12T13:00", "2026-01-12T14:00");
        Promise later = rescheduled(slot, 1, "2026-01-12T17:00", "2026-01-12T18:00");
        PromisedDate first = date(0, DUE, at("2026-01-12T13:00"), at("2026-01-12T10:00"));
        Instant start = at("2026-01-12T13:00");

        assertThat(LedgerStatus.of(kept(later, NEW_DUE), List.of(first, date(1, NEW_DUE, start)), NEW_DUE))
                .isEqualTo(LedgerStatus.RESCHEDULED_WITH_NOTICE);
        assertThat(LedgerStatus.of(
                        kept(later, NEW_DUE), List.of(first, date(1, NEW_DUE, start.plusMillis(1))), NEW_DUE))
                .isEqualTo(LedgerStatus.RESCHEDULED_LATE);
    }

    @ParameterizedTest
    @EnumSource(names = {"CUSTOMER_ASKED", "CUSTOMER_DID_NOT_COME"})
    void a_window_given_up_by_the_customer_is_not_rescheduled_late(ReasonCode reason) {
        Promise slot = window(PromiseKind.PICKUP_SLOT, "2026-01-12T09:00", "2026-01-12T14:00");
        Promise later = rescheduled(slot, 1, "2026-01-12T17:00", "2026-01-12T18:00");
        PromisedDate first = date(0, DUE, at("2026-01-12T09:00"), null, at("2026-01-12T09:00"));

        assertThat(LedgerStatus.of(kept(later, NEW_DUE), List.of(first, date(1, NEW_DUE, null, reason, DUE)), NEW_DUE))
                .isEqualTo(LedgerStatus.RESCHEDULED_WITH_NOTICE);
        assertThat(LedgerStatus.of(
                        kept(later, NEW_DUE),
                        List.of(first, date(1, NEW_DUE, null, reason, DUE.plusMillis(1))),
                        NEW_DUE))
                .isEqualTo(LedgerStatus.RESCHEDULED_LATE);
    }

    @Test
    void a_date_released_before_it_passed_is_not_missed() {
        PromisedDate first = date(0, DUE, null);

        assertThat(LedgerStatus.of(call, List.of(first.with(null, DUE)), NEW_DUE))
                .isEqualTo(LedgerStatus.OPEN);
        assertThat(LedgerStatus.of(call, List.of(first.with(null, DUE.plusMillis(1))), NEW_DUE))
                .isEqualTo(LedgerStatus.MISSED_UNANNOUNCED);
    }

    @Test
    void a_new_date_after_the_customers_turn_is_not_late() {
        PromisedDate first = date(0, DUE, null).with(null, DUE.minusMillis(1));

        assertThat(LedgerStatus.of(
                        kept(rescheduled, NEW_DUE), List.of(first, date(1, NEW_DUE, DUE.plusMillis(1))), NEW_DUE))
                .isEqualTo(LedgerStatus.RESCHEDULED_WITH_NOTICE);
    }

    @Test
    void withdrawn_after_the_due_date_is_missed() {
        assertThat(LedgerStatus.of(call.withdrawn(DUE), List.of(), NEW_DUE)).isEqualTo(LedgerStatus.WITHDRAWN);
        assertThat(LedgerStatus.of(call.withdrawn(DUE.plusMillis(1)), List.of(), NEW_DUE))
                .isEqualTo(LedgerStatus.MISSED_UNANNOUNCED);
    }

    private PromisedDate date(int revision, Instant dueAt, @Nullable Instant deliveredAt) {
        return date(revision, dueAt, null, deliveredAt);
    }

    private PromisedDate date(
            int revision, Instant dueAt, @Nullable Instant windowStartAt, @Nullable Instant deliveredAt) {
        return date(revision, dueAt, windowStartAt, revision == 0 ? null : ReasonCode.DESK_BUSY, deliveredAt);
    }

    private PromisedDate date(
            int revision,
            Instant dueAt,
            @Nullable Instant windowStartAt,
            @Nullable ReasonCode reason,
            @Nullable Instant deliveredAt) {
        return new PromisedDate(
                call.id(),
                revision,
                call.journeyId(),
                dueAt,
                windowStartAt,
                reason,
                "policy",
                false,
                at("2026-01-12T10:00"),
                deliveredAt,
                null);
    }
}
