package io.orderjourney.stack.frontdoor;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.stack.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds one order's answer card, its messages and the shop's zone, each at the service that has them. */
final class OrderLookup {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    /**
     * What was found.
     *
     * @param trouble a sentence for the reader, empty when all is well
     */
    record Found(@Nullable AnswerCard card, List<SentMessage> messages, String trouble, String messageTrouble) {

        static Found nothingAsked() {
            return new Found(null, List.of(), "", "");
        }

        static Found trouble(String sentence) {
            return new Found(null, List.of(), sentence, "");
        }
    }

    private record Response(int status, @Nullable JsonNode body) {}

    private final Map<String, String> services;
    private final String token;
    private final HttpClient http;

    OrderLookup(Map<String, String> services, String token, HttpClient http) {
        this.services = services;
        this.token = token;
        this.http = http;
    }

    /** By order number or id; never throws for what a person types. */
    Found find(String order) {
        Response response = get("order-service", "/api/v1/journeys/" + encoded(order));
        JsonNode body = response.body();
        if (response.status() == 404 || response.status() == 400) {
            return Found.trouble("No order with the number “" + order + "” is known. Is it complete?");
        }
        if (response.status() != 200 || body == null) {
            return Found.trouble(trouble("order-service", response));
        }
        AnswerCard card = AnswerCard.of(body);
        Response notices = get("notification-service", "/api/v1/notices?journeyId=" + encoded(card.journeyId()));
        JsonNode list = notices.body();
        if (notices.status() != 200 || list == null) {
            return new Found(card, List.of(), "", trouble("notification-service", notices));
        }
        return new Found(card, SentMessage.list(list), "", "");
    }

    /** The shop's time zone, by its policy; UTC while the policy cannot be read. */
    ZoneId shopZone() {
        return policy().filter(policy -> policy.hasNonNull("zone"))
                .map(policy -> ZoneId.of(policy.get("zone").asText()))
                .orElse(ZoneId.of("UTC"));
    }

    /** The policy in force; empty while it cannot be read. */
    Optional<JsonNode> policy() {
        return Optional.ofNullable(get("notification-service", "/api/v1/policy").body());
    }

    private static String trouble(String service, Response response) {
        return response.status() == 0
                ? service + " does not answer at the moment. Try again soon."
                : service + " answered with status " + response.status() + ".";
    }

    private Response get(String service, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(services.get(service) + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .timeout(LIMIT)
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            boolean good = response.statusCode() == 200;
            return new Response(response.statusCode(), good ? Json.MAPPER.readTree(response.body()) : null);
        } catch (IOException noResponse) {
            return new Response(0, null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Response(0, null);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
