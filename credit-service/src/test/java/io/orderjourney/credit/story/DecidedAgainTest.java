package io.orderjourney.credit.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.credit.BankReport;
import io.orderjourney.promises.Promise;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The bank decides, and decides again: its latest decision counts until the agreement is signed. */
@QuarkusTest
class DecidedAgainTest extends CreditShop {

    @Test
    void a_refused_customer_with_a_guarantor_is_approved_and_signs() {
        shift("ewa", today(), "09:00", "19:00");
        UUID orderId = submittedOrder();
        String id = applicationOf(orderId);
        decide(id, "REFUSED").ok();
        told(orderId, NoticeSubject.CREDIT_REFUSED);
        assertThat(promises.of(orderId)).noneMatch(Promise::isOpen);

        clock.advance(Duration.ofHours(1));
        checkIn("ewa").ok();
        assertThat(decide(id, "APPROVED").ok().text("/result")).isEqualTo("RECORDED");

        ApiResponse application = show(id);
        assertThat(application.text("/state")).isEqualTo("APPROVED");
        assertThat(application.text("/decision/outcome")).isEqualTo("APPROVED");
        assertThat(promise(orderId, PromiseKind.SIGNING_APPOINTMENT).isOpen()).isTrue();
        assertThat(facts(orderId))
                .containsSubsequence(
                        "credit.credit-refused.v1",
                        "credit.credit-approved.v1",
                        "credit.signing-appointment-booked.v1");
        assertThat(act(Caller.CREDIT, id, "signatures", ApiClient.body("expertId", "ewa"))
                        .ok()
                        .text("/state"))
                .isEqualTo("SIGNED");
    }

    @Test
    void an_approval_taken_back_before_the_signature_gives_the_hour_to_who_waits() {
        shift("ewa", today().plusDays(1), "09:00", "11:30");
        UUID first = approvedOrder();
        UUID second = approvedOrder();
        Promise appointment = promise(first, PromiseKind.SIGNING_APPOINTMENT);
        assertThat(promise(second, PromiseKind.NEXT_UPDATE).isOpen()).isTrue();

        clock.advance(Duration.ofMinutes(5));
        decide(applicationOf(first), "REFUSED").ok();

        assertThat(show(applicationOf(first)).text("/state")).isEqualTo("REFUSED");
        assertThat(show(applicationOf(first)).body().has("appointment")).isFalse();
        assertThat(promise(first, PromiseKind.SIGNING_APPOINTMENT).withdrawnAt())
                .isNotNull();
        assertThat(promise(second, PromiseKind.SIGNING_APPOINTMENT).windowStartAt())
                .isEqualTo(appointment.windowStartAt());
    }

    @Test
    void an_older_decision_that_arrives_late_changes_nothing() {
        UUID orderId = submittedOrder();
        String id = applicationOf(orderId);
        var refusal = decision(id, "REFUSED");
        clock.advance(Duration.ofMinutes(5));
        decide(id, "APPROVED").ok();

        assertThat(client.callback("/api/v1/bank/decisions", refusal).ok().text("/result"))
                .isEqualTo("UNCHANGED");
        assertThat(show(id).text("/state")).isEqualTo("APPROVED");
    }

    @Test
    void a_refusal_after_the_signature_is_recorded_once_and_undoes_nothing() {
        shift("ewa", today(), "09:00", "19:00");
        checkIn("ewa").ok();
        UUID orderId = approvedOrder();
        String id = applicationOf(orderId);
        act(Caller.CREDIT, id, "signatures", ApiClient.body("expertId", "ewa")).ok();

        clock.advance(Duration.ofMinutes(5));
        assertThat(decide(id, "REFUSED").ok().text("/result")).isEqualTo("RECORDED");
        assertThat(decide(id, "REFUSED").ok().text("/result")).isEqualTo("UNCHANGED");

        assertThat(show(id).text("/state")).isEqualTo("SIGNED");
        assertThat(promise(orderId, PromiseKind.BANK_PAPERS).isOpen()).isTrue();
        assertThat(facts(orderId, EventTypes.LATE_BANK_REPORT_RECORDED))
                .singleElement()
                .satisfies(late -> assertThat(late.report()).isEqualTo(BankReport.REFUSED));
        assertThat(facts(orderId, EventTypes.CREDIT_REFUSED)).isEmpty();
    }
}
