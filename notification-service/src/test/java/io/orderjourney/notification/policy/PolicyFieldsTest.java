package io.orderjourney.notification.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.contracts.state.ShopPolicy;
import io.orderjourney.notification.policy.PolicyFields.Change;
import io.orderjourney.notification.policy.PolicyFields.Reading;
import io.orderjourney.notification.policy.PolicyValidator.Violation;
import io.orderjourney.promises.ShopPolicies;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a manager writes into the form is what comes in force, and nothing else changes. */
class PolicyFieldsTest {

    private static final ShopPolicy INITIAL = ShopPolicies.initial();

    @Test
    void what_nobody_changed_is_read_back_as_it_was() {
        Reading reading = PolicyFields.read(INITIAL, PolicyFields.of(INITIAL));

        assertThat(reading.violations()).isEmpty();
        assertThat(reading.policy()).isEqualTo(INITIAL);
        assertThat(PolicyFields.changes(INITIAL, reading.policy())).isEmpty();
    }

    @Test
    void every_kind_of_value_can_be_changed() {
        ShopPolicy changed = PolicyFields.read(
                        INITIAL,
                        Map.of(
                                "desks.SALES.hours", "Mon-Fri 10:00-18:00",
                                "desks.SALES.perHour", " 12 ",
                                "kinds.CREDIT_CALL.lead", "6:30",
                                "closures", "2026-12-31, 2026-12-24\n2026-12-24",
                                "quietHours.from", "22:30",
                                "waiting.days.SIGNING", "10",
                                "waiting.storageDays", "5"))
                .policy();

        assertThat(changed.desks().get(Desk.SALES).hours()).isEqualTo("Mon-Fri 10:00-18:00");
        assertThat(changed.desks().get(Desk.SALES).perHour()).isEqualTo(12);
        assertThat(changed.kinds().get(PromiseKind.CREDIT_CALL).lead()).isEqualTo(Duration.ofMinutes(390));
        assertThat(changed.closures()).containsExactly(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 31));
        assertThat(changed.waiting().days()).containsEntry(WaitingReason.SIGNING, 10);
        assertThat(PolicyFields.changes(INITIAL, changed))
                .contains(
                        new Change("kinds.CREDIT_CALL.lead", "4:00", "6:30"),
                        new Change("closures", "", "2026-12-24 2026-12-31"),
                        new Change("waiting.storageDays", "3", "5"))
                .hasSize(7);
    }

    @ParameterizedTest
    @CsvSource({
        "kinds.CREDIT_CALL.lead, soon",
        "kinds.CREDIT_CALL.lead, 4:60",
        "desks.SALES.perHour, many",
        "desks.SALES.perHour, 99999999999",
        "closures, 2026-02-30",
        "quietHours.from, 25:00",
        "waiting.storageDays, ''"
    })
    void what_cannot_be_read_is_named_and_stays_as_it_was(String field, String written) {
        Reading reading = PolicyFields.read(INITIAL, Map.of(field, written));

        assertThat(reading.violations()).extracting(Violation::field).containsExactly(field);
        assertThat(reading.policy()).isEqualTo(INITIAL);
    }

    @ParameterizedTest
    @CsvSource({"PT4H, 4:00", "PT90M, 1:30", "PT0S, 0:00", "PT33H, 33:00", "PT45S, PT45S"})
    void a_time_is_written_as_hours_and_minutes(Duration span, String text) {
        assertThat(PolicyFields.text(span)).isEqualTo(text);
        assertThat(PolicyFields.duration(text)).isEqualTo(span);
    }

    @Test
    void a_policy_without_waiting_times_shows_those_that_ship() {
        ShopPolicy old = new ShopPolicy(
                1,
                INITIAL.zone(),
                INITIAL.holidaysOf(),
                List.of(),
                INITIAL.desks(),
                INITIAL.kinds(),
                INITIAL.quietHours(),
                INITIAL.mergeWindow(),
                INITIAL.offerValidFor());

        assertThat(PolicyFields.of(old)).containsEntry("waiting.days.COLLECTION", "7");
    }
}
