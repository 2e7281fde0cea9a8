package io.orderjourney.stack.frontdoor;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.stack.http.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Order-service's answer card in the words of the start page; a field that is not there is an empty text. */
record AnswerCard(
        String journeyId,
        String orderNumber,
        String stage,
        boolean open,
        @Nullable Step nextStep,
        List<PromiseLine> promises,
        String json) {

    /** What happens next, who does it, until when. */
    record Step(String text, String desk, When dueAt) {}

    /** One promise of the journey. */
    record PromiseLine(String kind, String desk, String told, When firstPromisedAt, When dueAt, String outlook) {

        /** The colour group of the outlook; the word itself stands beside it. */
        public String chip() {
            return switch (outlook) {
                case "on track", "kept" -> "good";
                case "at risk" -> "warn";
                case "broken" -> "bad";
                default -> "mute";
            };
        }

        /** Whether the customer was told another date since. */
        public boolean moved() {
            return !firstPromisedAt.machine().isEmpty()
                    && !firstPromisedAt.machine().equals(dueAt.machine());
        }
    }

    static AnswerCard of(JsonNode card) {
        List<PromiseLine> promises = new ArrayList<>();
        for (JsonNode promise : card.path("promises")) {
            promises.add(new PromiseLine(
                    words(promise.path("kind").asText()),
                    words(promise.path("desk").asText()),
                    promise.path("text").asText(promise.path("told").asText()),
                    When.of(promise.path("firstPromisedAt")),
                    When.of(promise.path("dueAt")),
                    outlook(promise)));
        }
        JsonNode step = card.path("nextStep");
        return new AnswerCard(
                card.path("journeyId").asText(card.path("id").asText()),
                card.path("orderNumber").asText(),
                words(card.path("stage").asText()),
                card.path("open").asBoolean(true),
                step.isObject()
                        ? new Step(
                                step.path("text").asText(),
                                words(step.path("desk").asText()),
                                When.of(step.path("dueAt")))
                        : null,
                promises,
                Json.write(card));
    }

    private static String outlook(JsonNode promise) {
        if (promise.hasNonNull("outlook")) {
            return words(promise.path("outlook").asText());
        }
        if (promise.hasNonNull("keptAt")) {
            return "kept";
        }
        return promise.hasNonNull("withdrawnAt") ? "withdrawn" : "open";
    }

    /** CREDIT_CALL reads as "credit call". */
    static String words(String constant) {
        return constant.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
