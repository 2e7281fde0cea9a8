package io.orderjourney.credit.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.contracts.CallOutcome;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.credit.CreditApproved;
import io.orderjourney.contracts.credit.CreditCallLogged;
import io.orderjourney.contracts.credit.CreditRefused;
import io.orderjourney.contracts.inbound.BankDecision;
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
                    application -> application.decided(APPROVED, "bank").state(),
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
    void a_decision_stays_recorded_after_the_signature() {
        Application signed = approved().signed("ewa", MONDAY).state();

        assertThat(signed.alreadyRecords(APPROVED)).isTrue();
        assertThat(signed.decided(APPROVED, "bank").state().state()).isEqualTo(ApplicationState.SIGNED);
    }

    @Test
    void a_refusal_after_an_approval_is_a_contradiction() {
        Application approved = approved();

        assertThatThrownBy(() -> approved.decided(REFUSED, "bank"))
                .isInstanceOf(Application.DecisionContradicted.class);
        assertThat(approved.state()).isEqualTo(ApplicationState.APPROVED);
    }

    @Test
    void an_approval_after_a_refusal_is_a_contradiction() {
        Application refused =
                in(ApplicationState.SUBMITTED).decided(REFUSED, "bank").state();

        assertThatThrownBy(() -> refused.decided(APPROVED, "bank"))
                .isInstanceOf(Application.DecisionContradicted.class);
    }

    @Test
    void another_amount_is_a_contradiction() {
        Application approved = approved();
        CreditDecision less = new CreditDecision(BankDecision.APPROVED, new Money(249_899, "PLN"), MONDAY);

        assertThatThrownBy(() -> approved.decided(less, "bank")).isInstanceOf(Application.DecisionContradicted.class);
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
    void the_same_bank_reference_again_changes_nothing_and_another_is_a_contradiction() {
        Application received = in(ApplicationState.SUBMITTED)
                .receivedByBank("bank", "B-1", null, MONDAY)
                .state();

        assertThat(received.receivedByBank("bank", "B-1", null, MONDAY).isChange())
                .isFalse();
        assertThatThrownBy(() -> received.receivedByBank("bank", "B-2", null, MONDAY))
                .isInstanceOf(Application.DecisionContradicted.class);
    }

    /** In whatever order things happen, the first decision stands. */
    @ParameterizedTest
    @MethodSource("seeds")
    void the_first_decision_stands_whatever_happens_afterwards(int seed) {
        Random random = new Random(seed);
        Application application = in(ApplicationState.values()[random.nextInt(ApplicationState.values().length)]);
        CreditDecision first = application.decision();
        List<UnaryOperator<Application>> deeds = List.copyOf(DEEDS.values());
        for (int step = 0; step < 200; step++) {
            try {
                application = deeds.get(random.nextInt(deeds.size())).apply(application);
            } catch (Application.TransitionRefused | Application.DecisionContradicted refused) {
                // Refused is refused: nothing has changed.
            }
            if (first == null) {
                first = application.decision();
            }
            assertThat(application.decision()).isEqualTo(first);
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 50);
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
                state,
                MONDAY,
                null,
                null,
                null,
                null,
                null,
                3);
    }
}
