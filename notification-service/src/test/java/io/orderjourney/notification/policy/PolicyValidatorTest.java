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

class PolicyValidatorTest {

    private static final ShopPolicy INITIAL = ShopPolicies.initial();

    @Test
    void the_shipped_policy_is_valid() {
        assertThat(PolicyValidator.violations(INITIAL, INITIAL)).isEmpty();
    }

    @Test
    void a_kind_with_open_promises_cannot_be_removed() {
        assertThat(violations(policy -> {
                    ((ObjectNode) policy.get("kinds")).remove("BANK_PAPERS");
                }))
                .anyMatch(objection -> objection.contains("BANK_PAPERS is missing"));
    }

    @Test
    void every_desk_needs_hours_and_a_phone_number() {
        assertThat(violations(policy -> ((ObjectNode) policy.get("desks")).remove("CREDIT")))
                .contains("desks: CREDIT is missing");
        assertThat(violations(policy -> ((ObjectNode) policy.get("desks").get("SALES")).put("phone", "call us")))
                .anyMatch(objection -> objection.startsWith("desks.SALES.phone"));
        assertThat(violations(policy -> ((ObjectNode) policy.get("desks").get("SALES")).put("perHour", 0)))
                .anyMatch(objection -> objection.startsWith("desks.SALES.perHour"));
        assertThat(violations(policy -> ((ObjectNode) policy.get("desks").get("SALES")).put("hours", "whenever")))
                .containsExactly("desks.SALES.hours: cannot be read");
    }

    @Test
    void an_unknown_time_zone_is_refused() {
        assertThat(violations(policy -> policy.put("zone", "Europe/Atlantis"))).containsExactly("zone: cannot be read");
        assertThat(violations(policy -> policy.put("holidaysOf", "Atlantis")))
                .containsExactly("holidaysOf: cannot be read");
    }

    @Test
    void customers_are_waited_for_at_least_a_day_and_not_for_ever() {
        assertThat(violations(policy -> waiting(policy).put("storageDays", 0)))
                .containsExactly("waiting.storageDays: not between 1 and 60");
        assertThat(violations(policy -> ((ObjectNode) waiting(policy).get("days")).put("SIGNING", 61)))
                .containsExactly("waiting.days.SIGNING: not between 1 and 60");
        assertThat(violations(policy -> waiting(policy).put("unansweredCalls", 21)))
                .containsExactly("waiting.unansweredCalls: not between 1 and 20");
        assertThat(violations(policy -> policy.remove("waiting"))).isEmpty();
    }

    private static ObjectNode waiting(ObjectNode policy) {
        return (ObjectNode) policy.get("waiting");
    }

    @Test
    void a_reschedule_moves_the_date_by_at_least_30_minutes() {
        assertThat(violations(policy -> kind(policy).put("rescheduleBy", "PT29M59.999S")))
                .anyMatch(objection -> objection.startsWith("kinds.CONFIRMATION_CALL.rescheduleBy"));
        assertThat(violations(policy -> kind(policy).put("rescheduleBy", "PT30M")))
                .isEmpty();
    }

    @Test
    void durations_are_bounded() {
        assertThat(violations(policy -> kind(policy).put("lead", "PT-1S")))
                .anyMatch(objection -> objection.startsWith("kinds.CONFIRMATION_CALL.lead"));
        assertThat(violations(policy -> kind(policy).put("lead", "PT1441H"))).isNotEmpty();
        assertThat(violations(policy -> policy.put("mergeWindow", "PT1H0.001S")))
                .isNotEmpty();
        assertThat(violations(policy -> policy.put("mergeWindow", "PT1H"))).isEmpty();
    }

    @Test
    void prerequisites_must_be_kinds_of_the_policy() {
        assertThat(violations(policy -> kind(policy).putArray("waitsFor").add("ENGRAVING")))
                .anyMatch(objection -> objection.contains("ENGRAVING"));
    }

    @Test
    void a_policy_must_fit_the_published_contract() {
        assertThat(violations(policy -> waitsFor(policy, 50))).isEmpty();
        assertThat(violations(policy -> waitsFor(policy, 51)))
                .containsExactly("kinds.CONFIRMATION_CALL.waitsFor: more than 50");
        assertThat(violations(policy -> kind(policy).put("step", "x".repeat(2_000))))
                .isEmpty();
        assertThat(violations(policy -> kind(policy).put("step", "x".repeat(2_001))))
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

    private static List<String> violations(Consumer<ObjectNode> change) {
        ObjectNode json = ContractJson.mapper().valueToTree(INITIAL);
        change.accept(json);
        return PolicyValidator.violations(ContractJson.mapper().convertValue(json, ShopPolicy.class), INITIAL).stream()
                .map(PolicyValidator.Violation::toString)
                .toList();
    }
}
