package io.orderjourney.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule is able to fail: code that breaks it is planted in io.orderjourney.planted, and the rule must find each piece. */
class PlantedViolationsTest {

    /** A rule, the case in io.orderjourney.planted, and what its report must and must not contain. */
    private record Proof(String rule, String plantedCase, List<String> found, List<String> spared) {
        static Proof of(String rule, String plantedCase, String... found) {
            return new Proof(rule, plantedCase, List.of(found), List.of());
        }

        Proof sparing(String... names) {
            return new Proof(rule, plantedCase, found, List.of(names));
        }

        @Override
        public String toString() {
            return rule + " finds " + plantedCase;
        }
    }

    static Stream<Proof> proofs() {
        return Stream.of(
                Proof.of(
                        "RULES_KNOW_ONLY_JAVA_AND_RULES",
                        "rules",
                        "RuleWithConnection",
                        "RuleWithFramework",
                        "RuleWithRow",
                        "RuleWithUseCase",
                        "PromiseRuleWithJson"),
                Proof.of("RULES_GET_TIME_AS_AN_ARGUMENT", "clocks", "RuleWithClock"),
                Proof.of(
                        "USE_CASES_KNOW_NO_EDGE",
                        "usecases",
                        "HandlerWithRequest",
                        "HandlerWithSql",
                        "HandlerWithRowOfAnotherFeature"),
                Proof.of(
                        "EDGES_DO_NOT_KNOW_EACH_OTHER",
                        "edges",
                        "ResourceWithRow",
                        "ConsumerWithView",
                        "RowsWithConsumer",
                        "ConsoleWithRow",
                        "BankWithRow"),
                Proof.of("FEATURES_HAVE_NO_CYCLES", "cycles", "OrderWithCall", "CallsResource")
                        .sparing("Slice order - customers"),
                Proof.of("SERVICES_DO_NOT_KNOW_EACH_OTHER", "services", "OrderWithApplication", "OrderWithLauncher"),
                Proof.of("LIBRARIES_KNOW_NO_SERVICE", "libraries", "RelayWithOrder"),
                Proof.of("A_SERVICE_IS_PACKAGED_BY_FEATURE", "places", "OrderMapping", "OrderAnswer", "OrderJson"),
                Proof.of(
                                "NAMES_SAY_SOMETHING",
                                "names",
                                "OrderService",
                                "OrderManager",
                                "DateUtil",
                                "StringUtils",
                                "CommonOrder",
                                "OrderHelper",
                                "OrdersImpl",
                                "OrderDTO",
                                "OrderDto",
                                "PaymentProcessor",
                                "OrderFacade",
                                "BaseOrder",
                                "OrderBase",
                                "AbstractOrder",
                                "Trimming")
                        .sparing("DatabaseBased", "ImplicitAbstraction", "Utilization"),
                Proof.of("STATUS_IS_DERIVED_NOT_SET", "names", "setOrderStatus"),
                Proof.of(
                        "A_NAME_TELLS_THE_LAYER",
                        "homes",
                        "PlaceOrderHandler",
                        "OrderResource",
                        "OrderConsumer",
                        "OrderRow",
                        "PanacheOrders"),
                Proof.of(
                                "ONLY_BUSINESS_TIME_ASKS_A_MACHINE",
                                "time",
                                "ManyClocks.instant()",
                                "ManyClocks.instantOfClock(",
                                "ManyClocks.instantByReference()",
                                "ManyClocks.instantInLambda()",
                                "ManyClocks.localDate()",
                                "ManyClocks.localDateTime()",
                                "ManyClocks.localTime()",
                                "ManyClocks.offsetDateTime()",
                                "ManyClocks.zonedDateTime()",
                                "ManyClocks.year()",
                                "ManyClocks.yearMonth()",
                                "ManyClocks.systemClock()",
                                "ManyClocks.tickingClock()",
                                "ManyClocks.source()",
                                "ManyClocks.millis()",
                                "ManyClocks.date()",
                                "ManyClocks.dateByReference()",
                                "ManyClocks.calendar()",
                                "ManyClocks.gregorian()",
                                "ManyClocks.zone()",
                                "ManyClocks.timeZone()")
                        .sparing("NoClock"),
                Proof.of(
                                "NO_RETRY_INSIDE_A_TRANSACTION",
                                "retries",
                                "retriedTransaction",
                                "TransactionalCalls",
                                "RetriedClass")
                        .sparing("retriedCall"),
                Proof.of("FAULT_TOLERANCE_IS_FOR_CALLS_TO_OTHERS", "retries", "RetriedHandler", "GuardedConsumer")
                        .sparing("BankCalls"),
                Proof.of(
                                "EVERY_RESOURCE_METHOD_SAYS_WHO_MAY_CALL_IT",
                                "access",
                                "OpenResource.read",
                                "OpenResource.write",
                                "OpenResource.replace",
                                "OpenResource.change",
                                "OpenResource.remove",
                                "OpenResource.openToAll is open to all")
                        .sparing("OpenResource.secured", "BankClient"),
                Proof.of("NO_JAVA_SERIALIZATION", "data", "StoredObject"),
                Proof.of("NO_TYPE_NAMES_IN_JSON", "data", "TypedJson", "NamedByClass", "FieldNamedByClass")
                        .sparing("NamedByName"),
                Proof.of("NO_FIELD_INJECTION", "data", "InjectedField.injected", "InjectedField.uri")
                        .sparing("InjectedField.plain"),
                Proof.of("NO_EMITTER", "data", "EmittingResource"),
                Proof.of("ENTITIES_STAY_IN_THE_DATABASE_EDGE", "data", "Invoice", "Payment"),
                Proof.of(
                        "TRANSACTIONS_BEGIN_IN_USE_CASES", "data", "TransactionalResource.change", "TransactionalRows"),
                Proof.of(
                                "ASYNCHRONOUS_WORK_HAS_AN_EXECUTOR",
                                "async",
                                "AsyncCalls.started",
                                "AsyncCalls.byReference",
                                "AsyncCalls.continued",
                                "AsyncCalls.completed")
                        .sparing("AsyncCalls.onAPool", "AsyncCalls.inPlace"));
    }

    @ParameterizedTest
    @MethodSource("proofs")
    void the_rule_finds_what_is_planted(Proof proof) {
        String report = Code.rules()
                .get(proof.rule())
                .evaluate(Code.planted(proof.plantedCase()))
                .getFailureReport()
                .toString();

        assertThat(report).contains(proof.found());
        if (!proof.spared().isEmpty()) {
            assertThat(report).doesNotContain(proof.spared());
        }
    }

    @Test
    void every_rule_has_a_planted_violation() {
        assertThat(proofs().map(Proof::rule).collect(Collectors.toSet()))
                .isEqualTo(Code.rules().keySet());
    }

    @ParameterizedTest
    @MethodSource("ruleNames")
    void a_well_built_service_breaks_no_rule(String rule) {
        ArchRule checked = Code.rules().get(rule);

        // Fails too if the rule finds nothing to look at.
        checked.check(Code.planted("clean"));
    }

    static Set<String> ruleNames() {
        return Code.rules().keySet();
    }

    @Test
    void a_rule_that_matches_no_class_fails() {
        Map<String, ArchRule> rules = Code.rules();

        assertThatThrownBy(() -> rules.get("RULES_KNOW_ONLY_JAVA_AND_RULES").check(Code.planted("nothing.here")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes");
    }

    @ParameterizedTest
    @CsvSource({
        "OrderDTO, order dto",
        "DTOOrder, dto order",
        "DatabaseClock, database clock",
        "JdbcPromises, jdbc promises",
        "I18nTexts, i18n texts",
        "UUIDMaker, uuid maker"
    })
    void a_name_is_read_word_by_word(String name, String words) {
        assertThat(String.join(" ", NameRules.wordsOf(name))).isEqualTo(words);
    }
}
