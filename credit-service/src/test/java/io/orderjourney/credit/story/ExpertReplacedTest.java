package io.orderjourney.credit.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.promises.Promise;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Experts fall ill and are sent to other pickup points while customers count on them. */
@QuarkusTest
class ExpertReplacedTest extends CreditShop {

    @Test
    void a_replacement_for_a_confirmed_expert_needs_their_own_confirmation() {
        LocalDate tomorrow = today().plusDays(1);
        shift("adam", tomorrow, "10:00", "18:00");
        UUID orderId = approvedOrder();
        shift("zofia", tomorrow, "10:00", "18:00");
        Promise before = promise(orderId, PromiseKind.SIGNING_APPOINTMENT);
        goTo(tomorrow, "09:50");
        checkIn("adam").ok();
        assertThat(promise(orderId, PromiseKind.SIGNING_APPOINTMENT).isConfirmed())
                .isTrue();

        absent("adam", at(tomorrow, "09:55"), at(tomorrow, "19:00")).ok();

        Promise after = promise(orderId, PromiseKind.SIGNING_APPOINTMENT);
        assertThat(lastFact(orderId, EventTypes.SIGNING_APPOINTMENT_BOOKED).expertId())
                .isEqualTo("zofia");
        assertThat(after.isConfirmed()).as("zofia is not there yet").isFalse();
        assertThat(after.anchorAt()).as("for the customer nothing changed").isEqualTo(before.anchorAt());
        assertThat(after.deskReschedules()).isZero();

        checkIn("zofia").ok();
        assertThat(promise(orderId, PromiseKind.SIGNING_APPOINTMENT).isConfirmed())
                .isTrue();
        assertThat(lastFact(orderId, EventTypes.EXPERT_CHECKED_IN).expertId()).isEqualTo("zofia");
    }

    @Test
    void an_expert_rescheduled_to_another_point_is_not_booked_twice_for_one_hour() {
        LocalDate tomorrow = today().plusDays(1);
        String here = pickupPoint;
        shift("ewa", tomorrow, "10:00", "18:00");
        shift("jan", today().plusDays(2), "10:00", "18:00");
        UUID expectsHerHere = approvedOrder();
        pickupPoint = here + "-B";
        UUID waitsElsewhere = approvedOrder();
        assertThat(promised(waitsElsewhere, PromiseKind.SIGNING_APPOINTMENT)).isEmpty();

        shift("ewa", tomorrow, "10:00", "18:00");

        assertThat(promise(expectsHerHere, PromiseKind.SIGNING_APPOINTMENT).windowStartAt())
                .as("nobody has answered yet")
                .isEqualTo(at(tomorrow, "11:30"));
        assertThat(promise(waitsElsewhere, PromiseKind.SIGNING_APPOINTMENT).windowStartAt())
                .isEqualTo(at(tomorrow, "12:30"));
    }

    private ApiResponse absent(String expert, Instant from, Instant until) {
        return client.post(
                Caller.CREDIT,
                "/api/v1/roster/" + expert + "/absences",
                ApiClient.body("startsAt", from, "endsAt", until, "reason", "ill"));
    }
}
