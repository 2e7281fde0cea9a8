package io.orderjourney.stack.frontdoor;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.stack.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Order-service's answer card as the start page shows it; a field that is not there is an empty text. */
record AnswerCard(
        String journeyId,
        String orderNumber,
        String stage,
        boolean open,
        @Nullable Step nextStep,
        List<PromiseLine> promises,
        List<GateLine> gates,
        String location,
        List<Happening> timeline,
        When asOf,
        String json) {

    /** What happens next, who does it and how to reach them, until when. */
    record Step(String text, String desk, String phone, String hours, When dueAt) {}

    /**
     * One promise of the journey.
     *
     * @param keptAt when it was kept; no text while it is not
     * @param why the reason of its last move
     */
    record PromiseLine(
            String kind,
            String desk,
            String told,
            When firstPromisedAt,
            When dueAt,
            When keptAt,
            String outlook,
            String why) {

        /** The colour group of the outlook; the name itself stands beside it. */
        public String chip() {
            return switch (outlook) {
                case "on track", "kept" -> "good";
                case "at risk" -> "warn";
                case "missed" -> "bad";
                default -> "mute";
            };
        }

        /** Whether the customer was told another date since. */
        public boolean moved() {
            return !firstPromisedAt.machine().isEmpty()
                    && !firstPromisedAt.machine().equals(dueAt.machine());
        }
    }

    /** One precondition of handing the goods over. */
    record GateLine(String gate, boolean open, String why) {

        public String chip() {
            return open ? "good" : "mute";
        }
    }

    /** One line of what happened. */
    record Happening(When at, String who, String what) {}

    static AnswerCard of(JsonNode card) {
        JsonNode step = card.path("nextStep");
        return new AnswerCard(
                card.path("journeyId").asText(card.path("id").asText()),
                card.path("orderNumber").asText(),
                heading(card.path("stage").asText()),
                card.path("open").asBoolean(true),
                step.isObject() ? step(step) : null,
                list(card.path("promises"), AnswerCard::promise),
                list(card.path("gates"), AnswerCard::gate),
                location(card.path("location")),
                list(card.path("timeline"), AnswerCard::happening),
                When.of(card.path("calculatedAt")),
                Json.write(card));
    }

    private static Step step(JsonNode step) {
        return new Step(
                text(step, "text"),
                heading(text(step, "desk")),
                text(step, "phone"),
                text(step, "hours"),
                When.of(step.path("dueAt")));
    }

    private static PromiseLine promise(JsonNode promise) {
        JsonNode moves = promise.path("reschedules");
        JsonNode lastMove = moves.path(moves.size() - 1);
        return new PromiseLine(
                heading(text(promise, "kind")),
                readable(text(promise, "desk")),
                text(promise, "told"),
                When.of(promise.path("firstPromisedAt")),
                When.of(promise.path("dueAt")),
                When.of(promise.path("keptAt")),
                readable(text(promise, "outlook")),
                readable(text(lastMove, "reason")));
    }

    private static GateLine gate(JsonNode gate) {
        return new GateLine(heading(text(gate, "gate")), gate.path("open").asBoolean(), text(gate, "closeReason"));
    }

    private static Happening happening(JsonNode entry) {
        return new Happening(When.of(entry.path("occurredAt")), text(entry, "actor"), text(entry, "text"));
    }

    private static String location(JsonNode where) {
        List<String> parts = new ArrayList<>();
        if (where.hasNonNull("goods")) {
            parts.add("Goods " + readable(text(where, "goods")));
        }
        if (where.hasNonNull("goodsExpectedAt")) {
            parts.add("expected " + When.of(where.path("goodsExpectedAt")).person());
        }
        if (where.hasNonNull("papers")) {
            parts.add("papers " + readable(text(where, "papers")));
        }
        return String.join(", ", parts);
    }

    private static <T> List<T> list(JsonNode items, Function<JsonNode, T> reading) {
        List<T> list = new ArrayList<>();
        items.forEach(item -> list.add(reading.apply(item)));
        return list;
    }

    private static String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asText() : "";
    }

    /** CREDIT_CALL reads as "Credit call". */
    private static String heading(String constant) {
        String readable = readable(constant);
        return readable.isEmpty()
                ? readable
                : readable.substring(0, 1).toUpperCase(Locale.ROOT) + readable.substring(1);
    }

    /** CREDIT_CALL reads as "credit call". */
    static String readable(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
