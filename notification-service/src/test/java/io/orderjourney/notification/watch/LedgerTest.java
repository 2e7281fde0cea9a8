package io.orderjourney.notification.watch;

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

/** Invariant 3: the score is counted against the first promised date, and extending a date does not wash it. */
class LedgerTest {

    private static final Instant DUE = at("2026-01-12T14:00");
    private static final Instant NEW_DUE = at("2026-01-12T18:00");

    private final Promise call = promise(PromiseKind.CONFIRMATION_CALL, "2026-01-12T14:00");
    private final Promise rescheduled = rescheduled(call, 1, null, "2026-01-12T18:00");

    @Test
    void open_until_the_last_millisecond_and_missed_without_notice_after_it() {
        assertThat(Ledger.of(call, List.of(), DUE)).isEqualTo(Ledger.OPEN);
        assertThat(Ledger.of(call, List.of(), DUE.plusMillis(1))).isEqualTo(Ledger.MISSED_UNANNOUNCED);
    }

    @Test
    void kept_on_time_until_the_last_millisecond() {
        assertThat(Ledger.of(kept(call, DUE), List.of(), NEW_DUE)).isEqualTo(Ledger.KEPT_ON_TIME);
        assertThat(Ledger.of(kept(call, DUE.plusMillis(1)), List.of(), NEW_DUE)).isEqualTo(Ledger.MISSED_UNANNOUNCED);
    }

    @Test
    void moved_with_notice_when_the_customer_heard_before_the_old_date() {
        assertThat(Ledger.of(kept(rescheduled, NEW_DUE), List.of(said(1, NEW_DUE, DUE)), NEW_DUE))
                .isEqualTo(Ledger.RESCHEDULED_WITH_NOTICE);
        assertThat(Ledger.of(rescheduled, List.of(said(1, NEW_DUE, DUE)), NEW_DUE))
                .isEqualTo(Ledger.OPEN_RESCHEDULED);
    }

    @Test
    void moved_late_when_he_heard_a_millisecond_after_the_old_date() {
        assertThat(Ledger.of(kept(rescheduled, NEW_DUE), List.of(said(1, NEW_DUE, DUE.plusMillis(1))), NEW_DUE))
                .isEqualTo(Ledger.RESCHEDULED_LATE);
    }

    @Test
    void missed_without_notice_when_the_new_date_never_reached_him() {
        assertThat(Ledger.of(kept(rescheduled, NEW_DUE), List.of(said(1, NEW_DUE, null)), NEW_DUE))
                .isEqualTo(Ledger.MISSED_UNANNOUNCED);
    }

    @Test
    void a_rescheduled_promise_that_was_kept_by_the_first_date_after_all_was_kept_on_time() {
        assertThat(Ledger.of(kept(rescheduled, DUE), List.of(said(1, NEW_DUE, DUE.minusMillis(1))), NEW_DUE))
                .isEqualTo(Ledger.KEPT_ON_TIME);
    }

    @Test
    void a_message_that_arrives_after_a_newer_one_breaks_nothing() {
        Promise twice = rescheduled(rescheduled, 2, null, "2026-01-12T19:00");
        Instant late = DUE.plusMillis(1);
        SaidDate newer = said(2, at("2026-01-12T19:00"), DUE);

        assertThat(Ledger.of(twice, List.of(said(1, NEW_DUE, late), newer), NEW_DUE))
                .isEqualTo(Ledger.OPEN_RESCHEDULED);
        // Without the newer one in time, the same message is late.
        assertThat(Ledger.of(twice, List.of(said(1, NEW_DUE, late), said(2, at("2026-01-12T19:00"), late)), NEW_DUE))
                .isEqualTo(Ledger.RESCHEDULED_LATE);
    }

    @Test
    void of_an_agreed_window_he_must_hear_before_it_begins() {
        Promise slot = window(PromiseKind.PICKUP_SLOT, "2026-01-12T13:00", "2026-01-12T14:00");
        Promise later = rescheduled(slot, 1, "2026-01-12T17:00", "2026-01-12T18:00");
        SaidDate first = said(0, DUE, at("2026-01-12T13:00"), at("2026-01-12T10:00"));
        Instant start = at("2026-01-12T13:00");

        assertThat(Ledger.of(kept(later, NEW_DUE), List.of(first, said(1, NEW_DUE, start)), NEW_DUE))
                .isEqualTo(Ledger.RESCHEDULED_WITH_NOTICE);
        assertThat(Ledger.of(kept(later, NEW_DUE), List.of(first, said(1, NEW_DUE, start.plusMillis(1))), NEW_DUE))
                .isEqualTo(Ledger.RESCHEDULED_LATE);
    }

    @ParameterizedTest
    @EnumSource(names = {"CUSTOMER_ASKED", "CUSTOMER_DID_NOT_COME"})
    void a_window_that_the_customer_himself_gives_up_after_it_began_is_not_rescheduled_late(ReasonCode reason) {
        Promise slot = window(PromiseKind.PICKUP_SLOT, "2026-01-12T09:00", "2026-01-12T14:00");
        Promise later = rescheduled(slot, 1, "2026-01-12T17:00", "2026-01-12T18:00");
        SaidDate first = said(0, DUE, at("2026-01-12T09:00"), null, at("2026-01-12T09:00"));

        assertThat(Ledger.of(kept(later, NEW_DUE), List.of(first, said(1, NEW_DUE, null, reason, DUE)), NEW_DUE))
                .isEqualTo(Ledger.RESCHEDULED_WITH_NOTICE);
        assertThat(Ledger.of(
                        kept(later, NEW_DUE),
                        List.of(first, said(1, NEW_DUE, null, reason, DUE.plusMillis(1))),
                        NEW_DUE))
                .isEqualTo(Ledger.RESCHEDULED_LATE);
    }

    @Test
    void what_was_withdrawn_in_time_owes_nothing_and_what_was_withdrawn_too_late_does() {
        assertThat(Ledger.of(call.withdrawn(DUE), List.of(), NEW_DUE)).isEqualTo(Ledger.WITHDRAWN);
        assertThat(Ledger.of(call.withdrawn(DUE.plusMillis(1)), List.of(), NEW_DUE))
                .isEqualTo(Ledger.MISSED_UNANNOUNCED);
    }

    private SaidDate said(int revision, Instant dueAt, @Nullable Instant handedOverAt) {
        return said(revision, dueAt, null, handedOverAt);
    }

    private SaidDate said(
            int revision, Instant dueAt, @Nullable Instant windowStartAt, @Nullable Instant handedOverAt) {
        return said(revision, dueAt, windowStartAt, revision == 0 ? null : ReasonCode.DESK_BUSY, handedOverAt);
    }

    private SaidDate said(
            int revision,
            Instant dueAt,
            @Nullable Instant windowStartAt,
            @Nullable ReasonCode reason,
            @Nullable Instant handedOverAt) {
        return new SaidDate(
                call.id(),
                revision,
                call.journeyId(),
                dueAt,
                windowStartAt,
                reason,
                "policy",
                false,
                at("2026-01-12T10:00"),
                handedOverAt,
                null);
    }
}
