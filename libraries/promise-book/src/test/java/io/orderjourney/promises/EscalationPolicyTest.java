package io.orderjourney.promises;

import static io.orderjourney.promises.testing.WarsawShop.TERMS;
import static io.orderjourney.promises.testing.WarsawShop.WARSAW;
import static io.orderjourney.promises.testing.WarsawShop.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.EscalationLevel;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.promises.EscalationPolicy.LevelAt;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EscalationPolicyTest {

    private static final Duration WAY = TERMS.policy().mergeWindow().plus(EscalationPolicy.TIME_TO_ARRIVE);

    @Test
    void reminder_request_auto_reschedule_and_miss_follow_each_other() {
        Promise call = Shop.promise(PromiseKind.CONFIRMATION_CALL, "2026-01-12T10:00", "2026-01-12T14:00");

        assertThat(EscalationPolicy.of(call, TERMS, WARSAW))
                .containsExactly(
                        new LevelAt(EscalationLevel.REMINDER, at("2026-01-12T12:15")),
                        new LevelAt(EscalationLevel.REQUEST_NEW_DATE, at("2026-01-12T12:45")),
                        new LevelAt(EscalationLevel.AUTO_RESCHEDULE, at("2026-01-12T13:15")),
                        new LevelAt(EscalationLevel.MISSED, at("2026-01-12T14:00")));
    }

    @Test
    void the_desk_is_asked_in_its_own_hours_and_the_customer_told_in_his_day() {
        // Due half an hour after opening: the desk must hear the evening before.
        Promise early = Shop.promise(PromiseKind.CONFIRMATION_CALL, "2026-01-12T15:00", "2026-01-13T09:30");

        assertThat(reachedAt(early, EscalationLevel.REQUEST_NEW_DATE)).isEqualTo(at("2026-01-12T19:15"));
        assertThat(reachedAt(early, EscalationLevel.AUTO_RESCHEDULE)).isEqualTo(at("2026-01-13T08:45"));
    }

    @Test
    void auto_reschedule_never_falls_into_the_customers_quiet_hours() {
        // 45 minutes before 8:30 would be 7:45; the night ends at 8:00, so it is said before the night begins.
        Promise atDawn = Shop.promise(PromiseKind.STOCK_ARRIVAL, "2026-01-12T10:00", "2026-01-13T08:30");

        assertThat(reachedAt(atDawn, EscalationLevel.AUTO_RESCHEDULE))
                .isEqualTo(at("2026-01-12T21:00").minusMillis(1).minus(WAY));
    }

    @Test
    void the_latest_useful_time_leaves_time_for_the_way_before_the_quiet_hours() {
        Promise tight = Shop.promise(PromiseKind.CONFIRMATION_CALL, "2026-01-12T10:00", "2026-01-12T21:40");
        Promise early = Shop.promise(PromiseKind.CONFIRMATION_CALL, "2026-01-12T10:00", "2026-01-12T21:32");

        assertThat(reachedAt(tight, EscalationLevel.AUTO_RESCHEDULE).plus(WAY)).isBefore(at("2026-01-12T21:00"));
        assertThat(reachedAt(early, EscalationLevel.AUTO_RESCHEDULE)).isEqualTo(at("2026-01-12T20:47"));
    }

    @Test
    void a_plan_is_another_one_when_the_zone_or_the_policy_changes() {
        Promise early = Shop.promise(PromiseKind.CONFIRMATION_CALL, "2026-01-12T15:00", "2026-01-13T09:30");
        int plan = EscalationPolicy.fingerprint(EscalationPolicy.of(early, TERMS, WARSAW));

        assertThat(EscalationPolicy.fingerprint(EscalationPolicy.of(early, TERMS, WARSAW)))
                .isEqualTo(plan);
        assertThat(EscalationPolicy.fingerprint(EscalationPolicy.of(early, TERMS, ZoneId.of("America/New_York"))))
                .isNotEqualTo(plan);
    }

    @Test
    void an_agreed_time_that_needs_assurance_is_warned_of_before_its_start_and_near_its_end() {
        Promise appointment = Shop.window(
                PromiseKind.SIGNING_APPOINTMENT, "2026-01-12T10:00", "2026-01-13T11:00", "2026-01-13T12:00");

        assertThat(EscalationPolicy.of(appointment, TERMS, WARSAW))
                .extracting(LevelAt::level)
                .containsExactly(
                        EscalationLevel.REMINDER,
                        EscalationLevel.REQUEST_NEW_DATE,
                        EscalationLevel.AUTO_RESCHEDULE,
                        EscalationLevel.OVERDUE,
                        EscalationLevel.MISSED);
        assertThat(reachedAt(appointment, EscalationLevel.AUTO_RESCHEDULE)).isEqualTo(at("2026-01-13T10:00"));
        assertThat(reachedAt(appointment, EscalationLevel.OVERDUE)).isEqualTo(at("2026-01-13T11:45"));
    }

    @Test
    void a_customer_is_missed_a_quarter_of_an_hour_after_a_time_for_which_the_shop_is_there() {
        Promise appointment = Shop.window(
                PromiseKind.SIGNING_APPOINTMENT, "2026-01-12T10:00", "2026-01-13T11:00", "2026-01-13T12:00");

        assertThat(EscalationPolicy.of(appointment.confirmed(), TERMS, WARSAW))
                .contains(new LevelAt(EscalationLevel.CUSTOMER_REMINDER, at("2026-01-13T11:15")));
        assertThat(EscalationPolicy.of(appointment, TERMS, WARSAW))
                .extracting(LevelAt::level)
                .doesNotContain(EscalationLevel.CUSTOMER_REMINDER);
    }

    @Test
    void goods_that_wait_for_the_customer_are_only_spoken_of_near_the_end() {
        Promise slot = Shop.window(PromiseKind.PICKUP_SLOT, "2026-01-12T10:00", "2026-01-12T11:00", "2026-01-14T20:00");

        assertThat(EscalationPolicy.of(slot, TERMS, WARSAW))
                .containsExactly(
                        new LevelAt(EscalationLevel.OVERDUE, at("2026-01-14T17:00")),
                        new LevelAt(EscalationLevel.MISSED, at("2026-01-14T20:00")));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void rungs_always_come_in_order_and_the_desk_always_has_time_to_answer(long seed) {
        Random random = new Random(seed);
        List<PromiseKind> kinds = List.copyOf(TERMS.policy().kinds().keySet());
        for (int sample = 0; sample < 200; sample++) {
            PromiseKind kind = kinds.get(random.nextInt(kinds.size()));
            if (TERMS.kind(kind).needsConfirmation() || kind.equals(PromiseKind.PICKUP_SLOT)) {
                continue;
            }
            Instant now = at("2026-03-20T10:00").plus(Duration.ofMinutes(random.nextInt(60 * 24 * 30)));
            GrantedDate date = PromiseDates.at(now, TERMS).earliestFrom(kind, now, DeskLoad.NONE);
            Promise promise = Shop.promise(
                    kind,
                    "2026-01-12T10:00",
                    date.dueAt().atZone(WARSAW).toLocalDateTime().toString());

            List<LevelAt> levels = EscalationPolicy.of(promise, TERMS, WARSAW);

            assertThat(levels)
                    .as("seed %d, %s due %s", seed, kind, date)
                    .isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
            assertThat(Duration.between(
                            reachedAt(promise, EscalationLevel.REQUEST_NEW_DATE),
                            reachedAt(promise, EscalationLevel.AUTO_RESCHEDULE)))
                    .isGreaterThanOrEqualTo(EscalationPolicy.TIME_TO_ANSWER);
        }
    }

    private static Instant reachedAt(Promise promise, EscalationLevel level) {
        return EscalationPolicy.of(promise, TERMS, WARSAW).stream()
                .filter(one -> one.level() == level)
                .findFirst()
                .orElseThrow()
                .at();
    }
}
