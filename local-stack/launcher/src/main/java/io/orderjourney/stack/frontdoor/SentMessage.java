package io.orderjourney.stack.frontdoor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** One message to the customer, as the start page shows it; a field that is not there is an empty text. */
record SentMessage(String channel, String title, String text, String state, When at) {

    /** Reads a page of notification-service's notices. */
    static List<SentMessage> list(JsonNode page) {
        List<SentMessage> messages = new ArrayList<>();
        for (JsonNode item : page.path("items")) {
            messages.add(new SentMessage(
                    channel(text(item, "channel")),
                    text(item, "title"),
                    text(item, "text"),
                    AnswerCard.readable(text(item, "state")),
                    When.of(item.path(item.hasNonNull("deliveredAt") ? "deliveredAt" : "plannedAt"))));
        }
        return messages;
    }

    private static String channel(String channel) {
        return channel.equals("SMS") ? "SMS" : AnswerCard.readable(channel);
    }

    private static String text(JsonNode item, String field) {
        return item.hasNonNull(field) ? item.get(field).asText() : "";
    }
}
