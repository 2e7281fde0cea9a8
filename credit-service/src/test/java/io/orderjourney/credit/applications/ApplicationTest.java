package io.orderjourney.credit.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.contracts.CallOutcome;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.credit.ApplicationClosed;
import io.orderjourney.contracts.credit.BankReport;
import io.orderjourney.contracts.credit.CreditApproved;
import io.orderjourney.contracts.credit.CreditCallLogged;
import io.orderjourney.contracts.credit.CreditRefused;
import io.orderjourney.contracts.inbound.BankDecision;
import io.orderjourney.promises.Decision;
import io.orderjourney.promises.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ApplicationTest {

    private static final Instant MONDAY = Instant.parse("2026-01-12T09:00:00Z");
    private static final Money PHONE = new Money(249_900, "PLN");
    private static final CreditDecision APPROVED = new CreditDecision(BankDecision.APPROVED, PHONE, MONDAY);
    private static final CreditDecision LESS =
            new CreditDecision(BankDecision.APPROVED, new Money(200_000, "PLN"), MONDAY);
    private static final CreditDecision REFUSED = new CreditDecision(BankDecision.REFUSED, null, MONDAY);

    private static final Map<ApplicationStep, UnaryOperator<Application>> DEEDS = new EnumMap<>(Map.of(
            ApplicationStep.CONFIRM, Application::confirmed,
            ApplicationStep.SUBMIT,
                    application -> application.submitted("bank", "ewa", MONDAY).state(),
            ApplicationStep.RECEIVE_BY_BANK,
                    application -> application
                            .receivedByBank("bank", "B-1", null, MONDAY)
                            .state(),
            ApplicationStep.APPROVE,
                    application -> application.decided(LESS, "bank").state(),
            ApplicationStep.REFUSE,
                    application -> application.decided(REFUSED, "bank").state(),
            ApplicationStep.SIGN,
                    application -> application.signed("ewa", MONDAY).state(),
            ApplicationStep.CHECK_IN_PAPERS,
                    application -> application.papersCheckedIn("ewa", MONDAY).state(),
            ApplicationStep.SEARCH_PAPERS,
                    application ->
                            application.papersMissing("ewa", null, MONDAY).state()));

    /** State, step, next state: whatever is not here is refused. */
    private static final List<List<Enum<?>>> LEGAL = List.of(
            List.of(ApplicationState.WAITING_FOR_CONFIRMATION, ApplicationStep.CONFIRM, ApplicationState.CALL_DUE),
            List.of(ApplicationState.COMPLETE, ApplicationStep.SUBMIT, ApplicationState.SUBMITTED),
            List.of(ApplicationState.SUBMITTED, ApplicationStep.RECEIVE_BY_BANK, ApplicationState.SUBMITTED),
            List.of(ApplicationState.SUBMITTED, ApplicationStep.APPROVE, ApplicationState.APPROVED),
            List.of(ApplicationState.SUBMITTED, ApplicationStep.REFUSE, ApplicationState.REFUSED),
            List.of(ApplicationState.APPROVED, ApplicationStep.APPROVE, ApplicationState.APPROVED),
            List.of(ApplicationState.APPROVED, ApplicationStep.REFUSE, ApplicationState.REFUSED),
            List.of(ApplicationState.REFUSED, ApplicationStep.APPROVE, ApplicationState.APPROVED),
            List.of(ApplicationState.APPROVED, ApplicationStep.SIGN, ApplicationState.SIGNED),
            List.of(ApplicationState.SIGNED, ApplicationStep.CHECK_IN_PAPERS, ApplicationState.PAPERS_IN),
            List.of(ApplicationState.SIGNED, ApplicationStep.SEARCH_PAPERS, ApplicationState.SIGNED),
            List.of(ApplicationState.PAPERS_IN, ApplicationStep.SEARCH_PAPERS, ApplicationState.SIGNED));

    static Stream<Arguments> legal() {
        return LEGAL.stream().map(row -> Arguments.of(row.toArray()));
    }

    static Stream<Arguments> illegal() {
        List<Arguments> rows = new ArrayList<>();
        for (ApplicationState state : ApplicationState.values()) {
            for (ApplicationStep step : DEEDS.keySet()) {
                boolean isReport = step == ApplicationStep.APPROVE || step == ApplicationStep.REFUSE;
                if (isReport && state.isPastDecisions()) {
                    continue;
                }
                if (step == ApplicationStep.RECEIVE_BY_BANK && state == ApplicationState.CLOSED) {
                    continue;
                }
                boolean isLegal = LEGAL.stream().anyMatch(row -> row.get(0) == state && row.get(1) == step);
                if (!isLegal) {
                    rows.add(Arguments.of(state, step));
                }
            }
        }
        return rows.stream();
    }

    @ParameterizedTest
    @MethodSource("legal")
    void a_legal_step_leads_to_the_next_state(ApplicationState state, ApplicationStep step, ApplicationState next) {
        assertThat(deed(step).apply(in(state)).state()).isEqualTo(next);
    }

    @ParameterizedTest
    @MethodSource("illegal")
    void an_illegal_step_is_refused_naming_the_state_and_the_step(ApplicationState state, ApplicationStep step) {
        assertThatThrownBy(() -> deed(step).apply(in(state)))
                .isInstanceOf(Application.TransitionRefused.class)
                .hasMessageContaining(state.name())
                .hasMessageContaining(step.inWords());
    }

    @ParameterizedTest
    @EnumSource(ApplicationState.class)
    void a_call_is_logged_only_while_one_is_due(ApplicationState state) {
        assertThat(state.allows(ApplicationStep.LOG_CALL)).isEqualTo(state == ApplicationState.CALL_DUE);
    }

    @ParameterizedTest
    @EnumSource(ApplicationState.class)
    void only_a_complete_call_that_reached_the_customer_while_it_is_due_completes(ApplicationState state) {
        Application application = in(state);

        assertThat(called(application, CallOutcome.REACHED, true).state().state())
                .isEqualTo(state == ApplicationState.CALL_DUE ? ApplicationState.COMPLETE : state);
        assertThat(called(application, CallOutcome.REACHED, false).state()).isEqualTo(application);
        assertThat(called(application, CallOutcome.NO_ANSWER, true).state()).isEqualTo(application);
        assertThat(called(application, CallOutcome.NO_ANSWER, false).facts())
                .containsExactly(new Fact<>(
                        EventTypes.CREDIT_CALL_LOGGED,
                        new CreditCallLogged(application.id(), "ewa", CallOutcome.NO_ANSWER, false, null, MONDAY)));
    }

    @Test
    void a_decision_returns_the_fact_that_tells_of_it() {
        Application submitted = in(ApplicationState.SUBMITTED);

        assertThat(submitted.decided(APPROVED, "bank").facts())
                .containsExactly(new Fact<>(
                        EventTypes.CREDIT_APPROVED, new CreditApproved(submitted.id(), "bank", PHONE, MONDAY)));
        assertThat(submitted.decided(REFUSED, "bank").facts())
                .containsExactly(
                        new Fact<>(EventTypes.CREDIT_REFUSED, new CreditRefused(submitted.id(), "bank", MONDAY)));
    }

    @Test
    void the_same_decision_again_changes_nothing() {
        Application approved = approved();
        CreditDecision later = new CreditDecision(BankDecision.APPROVED, PHONE, MONDAY.plusSeconds(5));

        assertThat(approved.alreadyRecords(later)).isTrue();
        assertThat(approved.decided(later, "bank").isChange()).isFalse();
    }

    @Test
    void the_bank_may_decide_again_until_the_agreement_is_signed() {
        Application refused = approved().decided(REFUSED, "bank").state();
        assertThat(refused.state()).isEqualTo(ApplicationState.REFUSED);
        assertThat(refused.decision()).isEqualTo(REFUSED);

        Decision<Application> again = refused.decided(LESS, "bank");
        assertThat(again.state().state()).isEqualTo(ApplicationState.APPROVED);
        assertThat(again.state().decision()).isEqualTo(LESS);
        assertThat(again.facts())
                .containsExactly(new Fact<>(
                        EventTypes.CREDIT_APPROVED,
                        new CreditApproved(refused.id(), "bank", new Money(200_000, "PLN"), MONDAY)));
    }

    @Test
    void a_decision_made_one_millisecond_before_the_recorded_one_is_old() {
        Application approved = approved();
        CreditDecision older = new CreditDecision(BankDecision.REFUSED, null, MONDAY.minusMillis(1));

        assertThat(approved.alreadyRecords(older)).isTrue();
        assertThat(approved.decided(older, "bank").isChange()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = ApplicationState.class,
            names = {"SIGNED", "PAPERS_IN", "CLOSED"})
    void a_decision_that_comes_too_late_is_recorded_and_changes_no_state(ApplicationState state) {
        Application past = in(state);

        Decision<Application> late = past.decided(REFUSED, "bank");

        assertThat(late.state().state()).isEqualTo(state);
        assertThat(late.state().decision()).isEqualTo(REFUSED);
        assertThat(late.facts()).containsExactly(past.lateReport("bank", BankReport.REFUSED, null, MONDAY));
        assertThat(late.state().decided(REFUSED, "bank").isChange()).isFalse();
    }

    /** Every state can be closed; a closed application allows no step, and stays as it was closed. */
    @ParameterizedTest
    @EnumSource(ApplicationState.class)
    void a_closed_application_allows_nothing(ApplicationState state) {
        Application closed =
                in(state).closed(JourneyEnd.CANCELLED_BY_CUSTOMER, MONDAY).state();

        assertThat(closed.state()).isEqualTo(ApplicationState.CLOSED);
        assertThat(closed.closed(JourneyEnd.COMPLETED, MONDAY).isChange()).isFalse();
        for (ApplicationStep step : ApplicationStep.values()) {
            assertThatThrownBy(() -> closed.require(step))
                    .isInstanceOf(Application.TransitionRefused.class)
                    .hasMessageContaining("CLOSED")
                    .hasMessageContaining(step.inWords());
        }
    }

    @Test
    void the_bank_is_told_of_an_end_if_it_has_the_application_and_did_not_refuse() {
        Application submitted =
                in(ApplicationState.COMPLETE).submitted("bank", "ewa", MONDAY).state();
        Application approved = submitted.decided(APPROVED, "bank").state();
        Application signed = approved.signed("ewa", MONDAY).state();

        assertThat(isBankTold(submitted, JourneyEnd.UNREACHABLE)).isTrue();
        assertThat(isBankTold(approved, null)).isTrue();
        assertThat(isBankTold(signed, JourneyEnd.CANCELLED_BY_SHOP)).isTrue();
        assertThat(isBankTold(signed, JourneyEnd.COMPLETED)).isFalse();
        assertThat(isBankTold(in(ApplicationState.COMPLETE), JourneyEnd.UNREACHABLE))
                .isFalse();
        assertThat(isBankTold(submitted.decided(REFUSED, "bank").state(), JourneyEnd.CREDIT_REFUSED))
                .isFalse();
    }

    private static boolean isBankTold(Application application, JourneyEnd end) {
        Decision<Application> closed = application.closed(end, MONDAY);
        boolean signed = application.signedAt() != null;
        boolean told = closed.state().isBankToForget();
        assertThat(closed.facts())
                .containsExactly(new Fact<>(
                        EventTypes.APPLICATION_CLOSED,
                        new ApplicationClosed(application.id(), end, signed, told, MONDAY)));
        return told;
    }

    @Test
    void the_bank_may_lend_less_but_neither_more_nor_nothing_nor_other_money() {
        Application submitted = in(ApplicationState.SUBMITTED);

        assertThat(submitted.decided(approval(249_899, "PLN"), "bank").state().state())
                .isEqualTo(ApplicationState.APPROVED);
        assertThatThrownBy(() -> submitted.decided(approval(249_901, "PLN"), "bank"))
                .isInstanceOf(Application.ApprovedAmountInvalid.class);
        assertThatThrownBy(() -> submitted.decided(approval(0, "PLN"), "bank"))
                .isInstanceOf(Application.ApprovedAmountInvalid.class);
        assertThatThrownBy(() -> submitted.decided(approval(249_900, "EUR"), "bank"))
                .isInstanceOf(Application.ApprovedAmountInvalid.class);
    }

    @Test
    void an_approval_has_an_amount_and_a_refusal_has_none() {
        assertThatThrownBy(() -> new CreditDecision(BankDecision.APPROVED, null, MONDAY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CreditDecision(BankDecision.REFUSED, PHONE, MONDAY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_first_bank_reference_counts_until_the_bank_decides_under_another() {
        Application received = in(ApplicationState.SUBMITTED)
                .receivedByBank("bank", "B-1", null, MONDAY)
                .state();

        assertThat(received.receivedByBank("bank", "B-1", null, MONDAY).isChange())
                .isFalse();
        assertThat(received.receivedByBank("bank", "B-2", null, MONDAY).isChange())
                .isFalse();
        assertThat(received.underReference("B-2").bankReference()).isEqualTo("B-2");
    }

    /** In whatever order things happen, nobody signs what the bank refused. */
    @ParameterizedTest
    @MethodSource("seeds")
    void an_agreement_rests_on_an_approval_whatever_happens_before(int seed) {
        Random random = new Random(seed);
        Application application = in(ApplicationState.WAITING_FOR_CONFIRMATION);
        List<UnaryOperator<Application>> deeds = List.copyOf(DEEDS.values());
        for (int step = 0; step < 200; step++) {
            Application before = application;
            try {
                application = deeds.get(random.nextInt(deeds.size())).apply(before);
            } catch (Application.TransitionRefused refused) {
                // Refused is refused: nothing has changed.
            }
            if (application.signedAt() != null && before.signedAt() == null) {
                assertThat(before.decision()).isEqualTo(LESS);
            }
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 50);
    }

    @Test
    void the_bank_is_asked_for_what_the_order_costs_then() {
        Application cheaper = in(ApplicationState.COMPLETE).costing(new Money(200_000, "PLN"));

        Application submitted = cheaper.submitted("bank", "ewa", MONDAY).state();

        assertThat(submitted.amount()).isEqualTo(new Money(200_000, "PLN"));
        assertThat(submitted.asked()).isEqualTo(new Money(200_000, "PLN"));
    }

    @Test
    void an_order_that_costs_less_since_then_may_still_be_lent_all_that_was_asked_for() {
        Application submitted =
                in(ApplicationState.COMPLETE).submitted("bank", "ewa", MONDAY).state();

        Application cheaper = submitted.costing(new Money(200_000, "PLN"));

        assertThat(cheaper.amount()).isEqualTo(new Money(200_000, "PLN"));
        assertThat(cheaper.decided(APPROVED, "bank").state().state()).isEqualTo(ApplicationState.APPROVED);
        assertThatThrownBy(() -> cheaper.decided(approval(249_901, "PLN"), "bank"))
                .isInstanceOf(Application.ApprovedAmountInvalid.class);
    }

    @Test
    void what_the_bank_was_asked_for_does_not_grow_and_what_is_signed_stays() {
        Application submitted =
                in(ApplicationState.COMPLETE).submitted("bank", "ewa", MONDAY).state();

        assertThat(submitted.costing(new Money(249_901, "PLN"))).isEqualTo(submitted);
        assertThat(submitted.costing(PHONE)).isEqualTo(submitted);
        Application signed = in(ApplicationState.SIGNED);
        assertThat(signed.costing(new Money(200_000, "PLN"))).isEqualTo(signed);
    }

    private static UnaryOperator<Application> deed(ApplicationStep step) {
        return DEEDS.get(step);
    }

    private static Decision<Application> called(Application application, CallOutcome outcome, boolean complete) {
        return application.called(outcome, complete, null, "ewa", MONDAY);
    }

    private static Application approved() {
        return in(ApplicationState.SUBMITTED).decided(APPROVED, "bank").state();
    }

    private static CreditDecision approval(long amountMinor, String currency) {
        return new CreditDecision(BankDecision.APPROVED, new Money(amountMinor, currency), MONDAY);
    }

    /** In a state as if it had come there by another way: without what only the tested step would bring. */
    private static Application in(ApplicationState state) {
        return new Application(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "A-100042",
                UUID.randomUUID(),
                "pl",
                "WAW-1",
                PHONE,
                null,
                state,
                MONDAY,
                null,
                null,
                null,
                null,
                null,
                null,
                3);
    }
}
