package io.orderjourney.notification.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderjourney.contracts.ContractJson;
import io.orderjourney.contracts.state.ShopPolicy;
import io.orderjourney.promises.ShopPolicies;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class WorkablePolicyTest {

    private static final ShopPolicy INITIAL = ShopPolicies.initial();

    @Test
    void the_policy_that_ships_with_the_product_is_workable() {
        assertThat(WorkablePolicy.objections(INITIAL, INITIAL)).isEmpty();
    }

    @Test
    void a_kind_that_customers_may_be_waiting_for_cannot_be_taken_away() {
        assertThat(objections(policy -> {
                    ((ObjectNode) policy.get("kinds")).remove("BANK_PAPERS");
                }))
                .anyMatch(objection -> objection.contains("BANK_PAPERS is missing"));
    }

    @Test
    void every_desk_needs_hours_and_a_number() {
        assertThat(objections(policy -> ((ObjectNode) policy.get("desks")).remove("CREDIT")))
                .contains("desks: CREDIT is missing");
        assertThat(objections(policy -> ((ObjectNode) policy.get("desks").get("SALES")).put("phone", "call us")))
                .anyMatch(objection -> objection.startsWith("desks.SALES.phone"));
        assertThat(objections(policy -> ((ObjectNode) policy.get("desks").get("SALES")).put("perHour", 0)))
                .anyMatch(objection -> objection.startsWith("desks.SALES.perHour"));
        assertThat(objections(policy -> ((ObjectNode) policy.get("desks").get("SALES")).put("hours", "whenever")))
                .containsExactly("zone, holidaysOf or hours: cannot be read");
    }

    @Test
    void a_zone_that_does_not_exist_is_refused() {
        assertThat(objections(policy -> policy.put("zone", "Europe/Atlantis")))
                .containsExactly("zone, holidaysOf or hours: cannot be read");
    }

    @Test
    void a_reschedule_must_lead_away_from_where_the_promise_is() {
        assertThat(objections(policy -> kind(policy).put("rescheduleBy", "PT29M59.999S")))
                .anyMatch(objection -> objection.startsWith("kinds.CONFIRMATION_CALL.rescheduleBy"));
        assertThat(objections(policy -> kind(policy).put("rescheduleBy", "PT30M")))
                .isEmpty();
    }

    @Test
    void no_span_is_negative_or_endless() {
        assertThat(objections(policy -> kind(policy).put("lead", "PT-1S")))
                .anyMatch(objection -> objection.startsWith("kinds.CONFIRMATION_CALL.lead"));
        assertThat(objections(policy -> kind(policy).put("lead", "PT1441H"))).isNotEmpty();
        assertThat(objections(policy -> policy.put("mergeWindow", "PT1H0.001S")))
                .isNotEmpty();
        assertThat(objections(policy -> policy.put("mergeWindow", "PT1H"))).isEmpty();
    }

    @Test
    void what_is_waited_for_must_be_a_kind_of_the_policy() {
        assertThat(objections(policy -> kind(policy).putArray("waitsFor").add("ENGRAVING")))
                .anyMatch(objection -> objection.contains("ENGRAVING"));
    }

    @Test
    void nothing_is_put_in_force_that_the_contract_does_not_let_the_other_services_read() {
        assertThat(objections(policy -> waitsFor(policy, 50))).isEmpty();
        assertThat(objections(policy -> waitsFor(policy, 51)))
                .containsExactly("kinds.CONFIRMATION_CALL.waitsFor: more than 50");
        assertThat(objections(policy -> kind(policy).put("step", "x".repeat(2_000))))
                .isEmpty();
        assertThat(objections(policy -> kind(policy).put("step", "x".repeat(2_001))))
                .containsExactly("kinds.CONFIRMATION_CALL.step: more than 2000");
    }

    private static void waitsFor(ObjectNode policy, int count) {
        ArrayNode waitsFor = kind(policy).putArray("waitsFor");
        for (int entry = 0; entry < count; entry++) {
            waitsFor.add("CREDIT_CALL");
        }
    }

    private static ObjectNode kind(ObjectNode policy) {
        return (ObjectNode) policy.get("kinds").get("CONFIRMATION_CALL");
    }

    private static List<String> objections(Consumer<ObjectNode> change) {
        ObjectNode json = ContractJson.mapper().valueToTree(INITIAL);
        change.accept(json);
        return WorkablePolicy.objections(ContractJson.mapper().convertValue(json, ShopPolicy.class), INITIAL);
    }
}
