package io.orderjourney.credit.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.promises.Promise;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Appointments at the time that the customer wishes. */
@QuarkusTest
class ChosenAppointmentTest extends CreditShop {

    @Test
    void the_customer_chooses_one_of_the_offered_times() {
        LocalDate tomorrow = today().plusDays(1);
        shift("ewa", tomorrow, "10:00", "18:00");
        UUID orderId = approvedOrder();
        String id = applicationOf(orderId);

        ApiResponse options = client.get(
                        Caller.STOREFRONT, "/api/v1/promise-options?kind=SIGNING_APPOINTMENT&journeyId=" + orderId)
                .ok();
        String third = options.text("/options/2/windowStartAt");
        assertThat(OffsetDateTime.parse(third).toInstant()).isEqualTo(at(tomorrow, "12:30"));
        act(Caller.STOREFRONT, id, "appointments", ApiClient.body("startsAt", third))
                .ok();

        Promise after = promise(orderId, PromiseKind.SIGNING_APPOINTMENT);
        assertThat(after.windowStartAt()).isEqualTo(at(tomorrow, "12:30"));
        assertThat(after.deskReschedules()).isZero();
        assertThat(lastFact(orderId, EventTypes.SIGNING_APPOINTMENT_BOOKED).reason())
                .isEqualTo(ReasonCode.CUSTOMER_ASKED);
    }

    @Test
    void a_requested_time_without_a_free_expert_is_refused_with_the_next_one() {
        LocalDate tomorrow = today().plusDays(1);
        shift("ewa", tomorrow, "10:00", "18:00");
        UUID first = approvedOrder();
        UUID second = approvedOrder();
        String id = applicationOf(second);

        ApiResponse taken = act(
                        Caller.CREDIT,
                        id,
                        "appointments",
                        ApiClient.body(
                                "startsAt",
                                promise(first, PromiseKind.SIGNING_APPOINTMENT).windowStartAt()))
                .refused(422, "promise-refused");
        assertThat(OffsetDateTime.parse(taken.text("/nextPossibleAt")).toInstant())
                .isEqualTo(at(tomorrow, "12:30"));
        act(Caller.CREDIT, id, "appointments", ApiClient.body("startsAt", at(today(), "11:00")))
                .refused(422, "promise-refused");
        act(Caller.CREDIT, id, "appointments", ApiClient.body("startsAt", at(tomorrow, "13:10")))
                .refused(422, "promise-refused");
        assertThat(promise(second, PromiseKind.SIGNING_APPOINTMENT).revision()).isZero();
    }

    @Test
    void a_time_cannot_be_chosen_before_the_bank_approved() {
        UUID orderId = submittedOrder();

        act(Caller.CREDIT, applicationOf(orderId), "appointments", ApiClient.body("startsAt", at(today(), "16:00")))
                .refused(409, "transition-not-allowed");
    }
}
