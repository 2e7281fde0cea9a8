package io.orderjourney.journeytests.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.journeytests.shop.Shop;
import io.orderjourney.journeytests.shop.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** When the days are over: compares what every service and the broker report with the account. */
final class Reconciliation {

    private static final int CARDS = 100;
    /** Money goes back, and a manager makes up for a broken promise, after the end too. */
    private static final Set<String> OUTLIVES_THE_END = Set.of("REFUND", "ESCALATION");

    private final Shop shop;
    private final ApiClient api;
    private final Staff staff;
    private final Findings findings;

    Reconciliation(Shop shop, ApiClient api, Staff staff, Findings findings) {
        this.shop = shop;
        this.api = api;
        this.staff = staff;
        this.findings = findings;
    }

    void check(ShopLife life, LoadPlan plan, Instant now) {
        Account account = life.account();
        Storefront storefront = life.storefront();
        findings.that(storefront.refused().isEmpty(), "every order and every question was taken", storefront.refused());
        findings.that(
                life.customers().refused().isEmpty(),
                "customers could cancel, change and pay as they wished",
                life.customers().refused());
        Set<String> known =
                account.journeys().stream().map(journey -> journey.id).collect(Collectors.toSet());
        Set<String> asked = new HashSet<>(storefront.placed().keySet());
        asked.addAll(storefront.asked().keySet());
        findings.that(
                known.equals(asked),
                "every order and every question has its journey on the topics, and nothing else has one",
                known.size() + " journeys, " + asked.size() + " orders and questions");
        new Rules(account, findings, now).check();
        ledgers(account, now);
        cards(account);
        stock(life, plan);
        leftOver(account);
        atRest();
    }

    private void ledgers(Account account, Instant now) {
        Map<JourneyFacts, JsonNode> ledgers =
                responses(List.copyOf(account.journeys()), "/notification-service/api/v1/promises?journeyId=");
        ledgers.forEach((journey, ledger) -> LedgerComparison.compare(journey, ledger, now, findings));
    }

    private void cards(Account account) {
        List<JourneyFacts> journeys = List.copyOf(account.journeys());
        int every = Math.max(1, journeys.size() / CARDS);
        List<JourneyFacts> sample = new ArrayList<>();
        for (int n = 0; n < journeys.size(); n += every) {
            sample.add(journeys.get(n));
        }
        Map<String, JsonNode> states = Topics.journeys(shop.kafka());
        responses(sample, "/order-service/api/v1/journeys/")
                .forEach((journey, card) ->
                        LedgerComparison.compareCard(journey, states.get(journey.id), card, findings));
    }

    private Map<JourneyFacts, JsonNode> responses(List<JourneyFacts> journeys, String path) {
        List<Callable<Map.Entry<JourneyFacts, JsonNode>>> questions = new ArrayList<>();
        journeys.forEach(journey -> questions.add(() ->
                Map.entry(journey, api.get("customer-care", path + journey.id).ok())));
        Map<JourneyFacts, JsonNode> responses = new HashMap<>();
        staff.together(questions).forEach(response -> responses.put(response.getKey(), response.getValue()));
        return responses;
    }

    /** Initial stock plus deliveries, minus what left, minus what turned out to be damaged, must equal the stock now. */
    private void stock(ShopLife life, LoadPlan plan) {
        Map<LoadPlan.Shelf, Integer> pieces = new HashMap<>(plan.shelves());
        plan.deliveries()
                .forEach(delivery -> pieces.merge(
                        new LoadPlan.Shelf(delivery.pickupPoint(), delivery.sku()), delivery.quantity(), Integer::sum));
        life.storefront().placed().forEach((orderId, order) -> {
            JourneyFacts journey = life.account().journey(orderId);
            if (journey.handedOver + journey.parcelsDelivered > 0) {
                order.lines()
                        .forEach(line -> pieces.merge(
                                new LoadPlan.Shelf(order.place(), line.sku()), -line.quantity(), Integer::sum));
            }
        });
        life.counter().lost().forEach((shelf, lost) -> pieces.merge(shelf, -lost, Integer::sum));
        for (JsonNode shelf : api.all("warehouse", "/fulfillment-service/api/v1/stock")) {
            int onHand = shelf.path("onHand").asInt();
            int reserved = shelf.path("reserved").asInt();
            LoadPlan.Shelf place = new LoadPlan.Shelf(
                    shelf.path("pickupPoint").asText(), shelf.path("sku").asText());
            findings.that(onHand >= reserved && reserved >= 0, "stock was never oversold", shelf);
            findings.that(reserved == 0, "an end left no goods reserved", shelf);
            findings.that(
                    onHand == pieces.getOrDefault(place, -1),
                    "every piece that is gone was handed over",
                    shelf + " instead of " + pieces.get(place));
        }
    }

    /** What must be gone with the end of each journey: questions to desks, applications, appointments, claims on the bank. */
    private void leftOver(Account account) {
        Map<JourneyFacts, JsonNode> tasks =
                responses(List.copyOf(account.journeys()), "/notification-service/api/v1/desk-tasks?journeyId=");
        tasks.forEach((journey, open) -> {
            List<String> left = open.path("items").findValuesAsText("task").stream()
                    .filter(task -> !OUTLIVES_THE_END.contains(task))
                    .toList();
            findings.that(left.isEmpty(), "an end left no task at a desk", journey.id + " " + journey.end + " " + left);
        });
        for (JsonNode application : api.all("credit", CreditDesk.APPLICATIONS)) {
            JourneyFacts journey = account.journey(application.path("journeyId").asText());
            String state = application.path("state").asText();
            String rule = "an end left no application open";
            findings.that(
                    !journey.isOver() || journey.end.equals("COMPLETED") || state.equals("CLOSED"),
                    rule,
                    journey.id + " " + journey.end + ": " + state);
            boolean withBank = journey.has("credit.application-received-by-bank.v1");
            boolean lends = journey.has("credit.agreement-signed.v1") && journey.end.equals("COMPLETED");
            if (withBank && !lends && !journey.has("credit.credit-refused.v1")) {
                JsonNode claim = shop.get(
                                "operator",
                                shop.simulator("bank") + "/applications/"
                                        + application.path("id").asText())
                        .ok();
                findings.that(
                        claim.hasNonNull("withdrawnAt"),
                        "an end left no claim on the bank",
                        journey.id + " " + journey.end + ": " + claim);
            }
        }
    }

    private void atRest() {
        for (String service : shop.services()) {
            JsonNode settled =
                    shop.get("operator", "/" + service + "/demo/settled").ok();
            findings.that(
                    settled.path("outbox").asLong(-1) == 0
                            && settled.path("due").asLong(-1) == 0,
                    "every outbox is empty and nothing is due",
                    service + " " + settled);
            JsonNode letters = shop.get("operator", "/" + service + "/api/v1/dead-letters?limit=200")
                    .ok();
            findings.that(
                    letters.path("items").isEmpty() && settled.path("parked").asLong(-1) == 0,
                    "there are no dead letters",
                    service + " " + letters);
        }
        Map<TopicPartition, Long> lag = lag();
        findings.that(lag.values().stream().allMatch(records -> records == 0), "every record was consumed", lag);
    }

    private Map<TopicPartition, Long> lag() {
        Map<TopicPartition, Long> lag = new HashMap<>();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", shop.kafka()))) {
            for (String group : shop.services()) {
                Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(
                                Map.of(group, new ListConsumerGroupOffsetsSpec()))
                        .partitionsToOffsetAndMetadata(group)
                        .get();
                Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
                committed.keySet().forEach(partition -> wanted.put(partition, OffsetSpec.latest()));
                Map<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> ends =
                        admin.listOffsets(wanted).all().get();
                committed.forEach((partition, read) -> {
                    ListOffsetsResult.ListOffsetsResultInfo end = ends.get(partition);
                    if (end != null) {
                        lag.merge(partition, end.offset() - read.offset(), Math::max);
                    }
                });
            }
            return lag;
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The broker does not answer: " + failed.getCause(), failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", stop);
        }
    }
}
