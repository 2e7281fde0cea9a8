package io.orderjourney.credit.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.EscalationLevel;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.RiskCause;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.promises.CustomerTurn;
import io.orderjourney.promises.Promise;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The hour of an appointment: who comes is not warned any more, who does not come is asked. */
@QuarkusTest
class ArrivalTest extends CreditShop {

    @Test
    void a_customer_who_is_at_the_desk_has_kept_the_appointment_with_the_shop() {
        LocalDate tomorrow = today().plusDays(1);
        shift("ewa", tomorrow, "10:00", "18:00");
        UUID orderId = approvedOrder();
        goTo(tomorrow, "11:35");
        arrive(orderId).refused(409, "expert-not-on-duty");

        checkIn("ewa").ok();
        Instant before = clock.instant();
        arrive(orderId).ok();

        Promise kept = promise(orderId, PromiseKind.SIGNING_APPOINTMENT);
        assertThat(kept.keptAt()).isBetween(before, clock.instant());
        assertThat(show(applicationOf(orderId)).text("/state")).isEqualTo("APPROVED");
    }

    @Test
    void a_customer_who_does_not_come_is_asked_if_the_expert_was_there() {
        LocalDate tomorrow = today().plusDays(1);
        shift("ewa", tomorrow, "10:00", "18:00");
        UUID first = approvedOrder();
        UUID second = approvedOrder();
        goTo(tomorrow, "11:40");
        checkIn("ewa").ok();

        missing(first);
        assertThat(promise(first, PromiseKind.SIGNING_APPOINTMENT).isWaiting())
                .as("at 11:30 nobody was there for them")
                .isFalse();

        goTo(tomorrow, "12:45");
        missing(second);
        CustomerTurn turn = promise(second, PromiseKind.SIGNING_APPOINTMENT).turn();
        assertThat(turn).isNotNull();
        assertThat(turn.reason()).isEqualTo(WaitingReason.SIGNING);
        arrive(second).ok();
        assertThat(promise(second, PromiseKind.SIGNING_APPOINTMENT).keptAt()).isNotNull();
    }

    private ApiResponse arrive(UUID orderId) {
        return act(Caller.CREDIT, applicationOf(orderId), "arrivals", ApiClient.body());
    }

    private void missing(UUID orderId) {
        Promise promise = promise(orderId, PromiseKind.SIGNING_APPOINTMENT);
        atRisk(orderId, promise, EscalationLevel.FORESEEN, RiskCause.CUSTOMERS_TURN, promise.dueAt());
    }
}
