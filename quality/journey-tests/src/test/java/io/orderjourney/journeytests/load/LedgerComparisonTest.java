package io.orderjourney.journeytests.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerComparisonTest {

    private static final Instant FIRST = Instant.parse("2027-02-08T10:00:00Z");
    private static final Instant KEPT = Instant.parse("2027-02-08T09:30:00Z");
    private static final String ENTRY = """
            {"id":"call","firstPromisedAt":"2027-02-08T11:00:00+01:00","dueAt":"2027-02-08T11:00:00+01:00",
             "revision":0,"keptAt":"2027-02-08T10:30:00+01:00","ledgerStatus":"KEPT_ON_TIME"}""";
    private static final String CARD = """
            {"stage":"CONFIRMED","open":true,"orderNumber":"L-1","promises":[
              {"id":"call","dueAt":"2027-02-08T11:00:00+01:00","keptAt":"2027-02-08T10:30:00+01:00"}]}""";
    private static final String STATE = """
            {"stage":"CONFIRMED","open":true,"orderNumber":"L-1","promises":[
              {"promiseId":"call","dueAt":"2027-02-08T10:00:00Z","keptAt":"2027-02-08T09:30:00Z"}]}""";

    @Test
    void a_matching_ledger_breaks_no_rule() {
        assertThat(brokenBy(ENTRY)).isEmpty();
    }

    @Test
    void a_differing_ledger_is_found() {
        assertThat(brokenBy("")).containsExactly("the ledger has every promise and no other");
        assertThat(brokenBy(ENTRY, ENTRY.replace("call", "another")))
                .contains("the ledger has every promise and no other");
        assertThat(brokenBy(ENTRY.replace("At\":\"2027-02-08T11", "At\":\"2027-02-08T12")))
                .contains("the first promised date never changed", "the ledger has the latest promised date");
        assertThat(brokenBy(ENTRY.replace("\"keptAt\"", "\"withdrawnAt\"")))
                .contains("the ledger has the end of the promise");
        assertThat(brokenBy(ENTRY.replace("KEPT_ON_TIME", "RESCHEDULED_LATE")))
                .contains("the ledger counts a promise as the events do");
    }

    @Test
    void a_journey_that_differs_from_its_card_is_found() {
        assertThat(brokenByCard(STATE)).isEmpty();
        assertThat(brokenByCard(STATE.replace("CONFIRMED", "PLACED")))
                .containsExactly("the topic of journeys agrees with the answer card");
        assertThat(brokenByCard(STATE.replace("T09:30", "T09:31")))
                .containsExactly("the topic of journeys agrees with the answer card");
    }

    private List<String> brokenBy(String... entries) {
        Findings found = new Findings();
        LedgerComparison.compare(
                journey(), read("{\"items\":[" + String.join(",", entries) + "]}"), KEPT.plusSeconds(60), found);
        return broken(found);
    }

    private List<String> brokenByCard(String state) {
        Findings found = new Findings();
        LedgerComparison.compareCard(journey(), read(state), read(CARD), found);
        return broken(found);
    }

    private static JourneyFacts journey() {
        JourneyFacts journey = new JourneyFacts("journey");
        PromiseFacts promise =
                new PromiseFacts("call", "journey", "CONFIRMATION_CALL", FIRST, FIRST, FIRST.minusSeconds(3_600));
        promise.keptAt = KEPT;
        journey.promises.put("call", promise);
        return journey;
    }

    private static JsonNode read(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(json, wrong);
        }
    }

    private static List<String> broken(Findings found) {
        return found.rules().entrySet().stream()
                .filter(rule -> rule.getValue().broken() > 0)
                .map(Map.Entry::getKey)
                .toList();
    }
}
