package io.orderjourney.notification.answers;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.promises.Commitment;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.PromisedDate;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which dates stand in a customer's calendar, and in which version. */
class CalendarEntryTest {

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final Instant HALF_PAST_ONE = Instant.parse("2026-01-13T12:30:00Z");
    private static final Instant HALF_PAST_TWO = Instant.parse("2026-01-13T13:30:00Z");
    private static final Instant NEXT_EVENING = Instant.parse("2026-01-14T19:00:00Z");

    @Test
    void an_appointment_takes_its_hours_and_a_day_of_readiness_takes_a_day() {
        Promise appointment = promise(PromiseKind.SIGNING_APPOINTMENT, HALF_PAST_ONE, HALF_PAST_TWO);
        Promise ready = promise(PromiseKind.PICKUP_READY, null, NEXT_EVENING);

        List<CalendarEntry> entries = entries(ready, appointment);

        assertThat(entries).extracting(CalendarEntry::promiseId).containsExactly(appointment.id(), ready.id());
        assertThat(entries.get(0).isDay()).isFalse();
        assertThat(entries.get(1).isDay()).isTrue();
        assertThat(entries).extracting(CalendarEntry::version).containsExactly(0, 0);
    }

    @Test
    void what_the_customer_does_not_come_to_is_no_entry() {
        assertThat(entries(
                        promise(PromiseKind.CONFIRMATION_CALL, null, HALF_PAST_TWO),
                        promise(PromiseKind.PICKUP_SLOT, null, NEXT_EVENING),
                        promise(PromiseKind.PICKUP_SLOT, HALF_PAST_ONE, NEXT_EVENING)))
                .isEmpty();
        assertThat(entries(promise(PromiseKind.PICKUP_SLOT, HALF_PAST_ONE, HALF_PAST_TWO)))
                .hasSize(1);
    }

    @Test
    void each_change_of_one_date_has_a_higher_version() {
        Promise first = promise(PromiseKind.SIGNING_APPOINTMENT, HALF_PAST_ONE, HALF_PAST_TWO);
        Promise moved = new Promise(
                first.id(),
                first.commitment(),
                date(HALF_PAST_TWO, NEXT_EVENING, 1),
                null,
                Promise.UNCONFIRMED,
                null,
                null);

        assertThat(version(first, false)).isLessThan(version(first, true));
        assertThat(version(first, true)).isLessThan(version(moved, false));
        assertThat(version(moved, false)).isLessThan(version(moved, true));
    }

    @Test
    void a_date_that_was_withdrawn_or_given_up_is_cancelled_and_one_that_was_kept_stays() {
        Promise open = promise(PromiseKind.PICKUP_READY, null, NEXT_EVENING);

        assertThat(entries(open.withdrawn(HALF_PAST_ONE))).allMatch(CalendarEntry::cancelled);
        assertThat(CalendarEntry.of(List.of(open), Set.of(open.id()), WARSAW)).allMatch(CalendarEntry::cancelled);
        assertThat(entries(open.kept("ready", HALF_PAST_ONE))).noneMatch(CalendarEntry::cancelled);
    }

    private static int version(Promise promise, boolean undated) {
        return CalendarEntry.of(List.of(promise), undated ? Set.of(promise.id()) : Set.of(), WARSAW)
                .get(0)
                .version();
    }

    private static List<CalendarEntry> entries(Promise... promises) {
        return CalendarEntry.of(List.of(promises), Set.of(), WARSAW);
    }

    private static Promise promise(PromiseKind kind, @Nullable Instant startAt, Instant dueAt) {
        PromisedDate date = date(startAt, dueAt, 0);
        return Promise.made(
                UUID.randomUUID(),
                new Commitment(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        kind,
                        Desk.PICKUP_POINT,
                        null,
                        "fulfillment-service",
                        "policy",
                        "en",
                        List.of(),
                        Instant.parse("2026-01-12T09:00:00Z"),
                        dueAt),
                date);
    }

    private static PromisedDate date(@Nullable Instant startAt, Instant dueAt, int revision) {
        return new PromisedDate(
                startAt == null ? Precision.END_OF_DAY : Precision.WINDOW,
                startAt,
                dueAt,
                "told",
                revision,
                null,
                "policy",
                false,
                0);
    }
}
