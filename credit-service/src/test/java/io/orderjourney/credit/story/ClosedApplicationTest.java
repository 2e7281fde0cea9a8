package io.orderjourney.credit.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.credit.BankReport;
import io.orderjourney.contracts.credit.LateBankReportRecorded;
import io.orderjourney.contracts.orders.JourneyEnded;
import io.orderjourney.contracts.orders.PaymentChanged;
import io.orderjourney.credit.story.TestBank.Mood;
import io.orderjourney.promises.Promise;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A journey ends, or goes on without credit: the credit desk lets go of everything. */
@QuarkusTest
class ClosedApplicationTest extends CreditShop {

    @Test
    void an_order_cancelled_after_the_approval_releases_its_hour_and_tells_the_bank() {
        shift("ewa", today().plusDays(1), "09:00", "11:30");
        UUID orderId = approvedOrder();
        UUID waiting = approvedOrder();
        String id = applicationOf(orderId);
        Instant hour = promise(orderId, PromiseKind.SIGNING_APPOINTMENT).windowStartAt();

        end(orderId, JourneyEnd.CANCELLED_BY_CUSTOMER);

        ApiResponse closed = show(id);
        assertThat(closed.text("/state")).isEqualTo("CLOSED");
        assertThat(closed.text("/closed/end")).isEqualTo("CANCELLED_BY_CUSTOMER");
        assertThat(closed.body().has("appointment")).isFalse();
        assertThat(promises.of(orderId)).noneMatch(Promise::isOpen);
        assertThat(promise(waiting, PromiseKind.SIGNING_APPOINTMENT).windowStartAt())
                .isEqualTo(hour);
        assertThat(lastFact(orderId, EventTypes.APPLICATION_CLOSED).bankTold()).isTrue();
        awaitAcknowledgement(id, 1);
        assertThat(bank.callsAbout(id)).filteredOn(TestBank.Call::isWithdrawal).hasSize(1);

        act(Caller.CREDIT, id, "signatures", ApiClient.body("expertId", "ewa")).refused(409, "transition-not-allowed");
        call(id, ApiClient.body("outcome", "REACHED", "applicationComplete", true))
                .refused(409, "transition-not-allowed");
        act(Caller.CREDIT, id, "submissions", "").refused(409, "transition-not-allowed");
        act(Caller.PICKUP_POINT, id, "papers", "").refused(409, "transition-not-allowed");
    }

    @Test
    void what_the_bank_reports_after_the_end_is_recorded_and_accepted() {
        UUID orderId = submittedOrder();
        String id = applicationOf(orderId);
        end(orderId, JourneyEnd.UNREACHABLE);

        assertThat(decide(id, "APPROVED").ok().text("/result")).isEqualTo("RECORDED");
        assertThat(decide(id, "APPROVED").ok().text("/result")).isEqualTo("UNCHANGED");
        for (int i = 0; i < 2; i++) {
            client.callback(
                            "/api/v1/bank/papers",
                            ApiClient.body("reference", id, "status", "SENT", "occurredAt", at(today(), "08:00")))
                    .ok();
        }

        assertThat(facts(orderId, EventTypes.LATE_BANK_REPORT_RECORDED))
                .extracting(LateBankReportRecorded::report)
                .containsExactly(BankReport.APPROVED, BankReport.PAPERS_SENT);
        assertThat(facts(orderId)).doesNotContain("credit.credit-approved.v1", "credit.bank-papers-announced.v1");
        assertThat(show(id).text("/state")).isEqualTo("CLOSED");
        assertThat(promises.of(orderId)).noneMatch(Promise::isOpen);
    }

    @Test
    void a_customer_who_pays_otherwise_needs_no_credit() {
        UUID orderId = submittedOrder();
        String id = applicationOf(orderId);
        deliver.event(
                EventTypes.PAYMENT_CHANGED, orderId, new PaymentChanged(PaymentMethod.ON_PICKUP, clock.instant()));

        assertThat(show(id).text("/state")).isEqualTo("CLOSED");
        assertThat(show(id).body().path("closed").has("end")).isFalse();
        assertThat(promises.of(orderId)).noneMatch(Promise::isOpen);
        awaitAcknowledgement(id, 1);

        end(orderId, JourneyEnd.COMPLETED);
        assertThat(facts(orderId, EventTypes.APPLICATION_CLOSED)).hasSize(1);
    }

    @Test
    void a_bank_that_refused_or_whose_credit_was_used_is_not_told() {
        UUID refused = submittedOrder();
        decide(applicationOf(refused), "REFUSED").ok();
        end(refused, JourneyEnd.CREDIT_REFUSED);
        UUID completed = approvedOrder();
        end(completed, JourneyEnd.COMPLETED);

        assertThat(lastFact(refused, EventTypes.APPLICATION_CLOSED).bankTold()).isFalse();
        assertThat(lastFact(completed, EventTypes.APPLICATION_CLOSED).bankTold())
                .isFalse();
        assertThat(show(applicationOf(completed)).body().path("bankRequests")).hasSize(1);
    }

    @Test
    void an_application_that_never_reached_the_bank_is_not_sent_any_more() {
        UUID orderId = completeOrder();
        String id = applicationOf(orderId);
        bank.behave(Mood.BROKEN);
        act(Caller.CREDIT, id, "submissions", "").ok();
        await().atMost(PATIENCE)
                .until(() -> !show(id).text("/bankRequests/0/lastFailure").isEmpty());

        end(orderId, JourneyEnd.CANCELLED_BY_CUSTOMER);
        bank.behave(Mood.WELL);

        await().atMost(PATIENCE).untilAsserted(() -> {
            clock.advance(Duration.ofMinutes(1));
            assertThat(show(id).body().path("bankRequests")).hasSize(1);
            assertThat(show(id).text("/bankRequests/0/kind")).isEqualTo("WITHDRAWAL");
            assertThat(show(id).text("/bankRequests/0/acknowledgedAt")).isNotEmpty();
        });
        assertThat(bank.has(id)).isFalse();
    }

    private void end(UUID orderId, JourneyEnd end) {
        deliver.event(EventTypes.JOURNEY_ENDED, orderId, new JourneyEnded(end, clock.instant()));
    }
}
