package io.orderjourney.journeytests.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Everything that reached any customer, by e-mail and on the phone; each look brings what came since the last one. */
public final class MessageFeed {

    private final Shop shop;
    private long lastMailId;
    private long textsSeen;

    public MessageFeed(Shop shop) {
        this.shop = shop;
    }

    /**
     * A message that reached a customer.
     *
     * @param channel EMAIL or SMS
     * @param noticeId of the notice whose copy it is
     * @param seenAt business time when it was there at the latest
     * @param text what they read
     */
    public record Delivered(String channel, String to, String noticeId, Instant seenAt, String text) {}

    /** What came since the last look; {@code now} is the business time of this one. */
    public List<Delivered> look(Instant now) {
        List<Delivered> news = new ArrayList<>();
        for (JsonNode mail : shop.mailsAfter(lastMailId, null)) {
            lastMailId = mail.path("id").asLong();
            String to = mail.path("to").path(0).asText();
            news.add(new Delivered(
                    "EMAIL",
                    to,
                    noticeId(mail.path("messageId").asText()),
                    now,
                    mail.path("text").asText()));
        }
        String texts = shop.simulator("sms") + "/messages?after=" + textsSeen;
        for (JsonNode text : shop.get("operator", texts).ok().path("messages")) {
            textsSeen++;
            String to = text.path("to").asText();
            news.add(new Delivered(
                    "SMS",
                    to,
                    noticeId(text.path("reference").asText()),
                    now,
                    text.path("text").asText()));
        }
        return news;
    }

    /** The id of the notice stands at the front of the reference on every channel. */
    static String noticeId(String reference) {
        String bare = reference.startsWith("<") ? reference.substring(1) : reference;
        return bare.length() > 36 ? bare.substring(0, 36) : bare;
    }
}
