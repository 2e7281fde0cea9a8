package io.orderjourney.credit.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.contracts.Money;
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
            ApplicationStep.COMPLETE, Application::completed,
            ApplicationStep.SUBMIT, application -> application.submitted(MONDAY),
            ApplicationStep.RECEIVE_BY_BANK, application -> application.receivedByBank("B-1"),
            ApplicationStep.APPROVE, application -> application.decided(APPROVED),
            ApplicationStep.REFUSE, application -> application.decided(REFUSED),
            ApplicationStep.SIGN, application -> application.signed("ewa", MONDAY),
            ApplicationStep.CHECK_IN_PAPERS, Application::papersCheckedIn,
            ApplicationStep.SEARCH_PAPERS, Application::papersMissing));

    /** State, step, next state: whatever is not here is refused. */
    private static final List<List<Enum<?>>> LEGAL = List.of(
            List.of(ApplicationState.WAITING_FOR_CONFIRMATION, ApplicationStep.CONFIRM, ApplicationState.CALL_DUE),
            List.of(ApplicationState.CALL_DUE, ApplicationStep.COMPLETE, ApplicationState.COMPLETE),
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
                .isInstanceOf(TransitionRefused.class)
                .hasMessageContaining(state.name())
                .hasMessageContaining(step.inWords());
    }

    @ParameterizedTest
    @EnumSource(ApplicationState.class)
    void a_call_is_logged_only_while_one_is_due(ApplicationState state) {
        assertThat(state.allows(ApplicationStep.LOG_CALL)).isEqualTo(state == ApplicationState.CALL_DUE);
    }

    @Test
    void the_same_decision_again_changes_nothing() {
        Application approved = in(ApplicationState.SUBMITTED).decided(APPROVED);
        CreditDecision later = new CreditDecision(BankDecision.APPROVED, PHONE, MONDAY.plusSeconds(5));

        assertThat(approved.knows(later)).isTrue();
        assertThat(approved.decided(later)).isEqualTo(approved);
    }

    @Test
    void a_decision_stays_known_after_the_signature() {
        Application signed = in(ApplicationState.SUBMITTED).decided(APPROVED).signed("ewa", MONDAY);

        assertThat(signed.knows(APPROVED)).isTrue();
        assertThat(signed.decided(APPROVED).state()).isEqualTo(ApplicationState.SIGNED);
    }

    @Test
    void a_refusal_after_an_approval_is_a_contradiction() {
        Application approved = in(ApplicationState.SUBMITTED).decided(APPROVED);

        assertThatThrownBy(() -> approved.decided(REFUSED)).isInstanceOf(DecisionContradicted.class);
        assertThat(approved.state()).isEqualTo(ApplicationState.APPROVED);
    }

    @Test
    void an_approval_after_a_refusal_is_a_contradiction() {
        Application refused = in(ApplicationState.SUBMITTED).decided(REFUSED);

        assertThatThrownBy(() -> refused.decided(APPROVED)).isInstanceOf(DecisionContradicted.class);
    }

    @Test
    void another_amount_is_a_contradiction() {
        Application approved = in(ApplicationState.SUBMITTED).decided(APPROVED);
        CreditDecision less = new CreditDecision(BankDecision.APPROVED, new Money(249_899, "PLN"), MONDAY);

        assertThatThrownBy(() -> approved.decided(less)).isInstanceOf(DecisionContradicted.class);
    }

    @Test
    void the_bank_may_lend_less_but_neither_more_nor_nothing_nor_other_money() {
        Application submitted = in(ApplicationState.SUBMITTED);

        assertThat(submitted.decided(approval(249_899, "PLN")).state()).isEqualTo(ApplicationState.APPROVED);
        assertThatThrownBy(() -> submitted.decided(approval(249_901, "PLN"))).isInstanceOf(DecisionImpossible.class);
        assertThatThrownBy(() -> submitted.decided(approval(0, "PLN"))).isInstanceOf(DecisionImpossible.class);
        assertThatThrownBy(() -> submitted.decided(approval(249_900, "EUR"))).isInstanceOf(DecisionImpossible.class);
    }

    @Test
    void an_approval_has_an_amount_and_a_refusal_has_none() {
        assertThatThrownBy(() -> new CreditDecision(BankDecision.APPROVED, null, MONDAY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CreditDecision(BankDecision.REFUSED, PHONE, MONDAY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_same_bank_reference_again_changes_nothing_and_another_one_is_a_contradiction() {
        Application received = in(ApplicationState.SUBMITTED).receivedByBank("B-1");

        assertThat(received.receivedByBank("B-1")).isSameAs(received);
        assertThatThrownBy(() -> received.receivedByBank("B-2")).isInstanceOf(DecisionContradicted.class);
    }

    /** Whatever the order of whatever happens, the first decision stands. */
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
            } catch (TransitionRefused | DecisionContradicted refused) {
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
