package io.orderjourney.stack.frontdoor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** One message to the customer, in the words of the start page; a field that is not there is an empty text. */
record SentMessage(String channel, String subject, String text, String state, When at) {

    /** Reads a plain list or a page of one. */
    static List<SentMessage> list(JsonNode answer) {
        JsonNode items = answer.isArray() ? answer : answer.path(answer.has("items") ? "items" : "notices");
        List<SentMessage> messages = new ArrayList<>();
        for (JsonNode item : items) {
            messages.add(new SentMessage(
                    AnswerCard.words(first(item, "channel")),
                    first(item, "title", "subject", "about"),
                    first(item, "text", "body"),
                    AnswerCard.words(first(item, "state", "status")),
                    When.of(item.path(firstName(item, "sentAt", "handedOverAt", "acceptedAt", "createdAt", "at")))));
        }
        return messages;
    }

    private static String first(JsonNode item, String... names) {
        return item.path(firstName(item, names)).asText("");
    }

    private static String firstName(JsonNode item, String... names) {
        for (String name : names) {
            if (item.hasNonNull(name)) {
                return name;
            }
        }
        return names[0];
    }
}
