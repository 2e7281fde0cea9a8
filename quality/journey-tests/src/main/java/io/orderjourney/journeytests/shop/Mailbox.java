package io.orderjourney.journeytests.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The customer's e-mails and text messages, with the business time at which each was first seen. */
public final class Mailbox {

    private final Shop shop;
    private final String address;
    private final String phone;
    private final List<Received> received = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private long lastMailId;

    public Mailbox(Shop shop, String address, String phone) {
        this.shop = shop;
        this.address = address;
        this.phone = phone;
    }

    /**
     * A message that the customer got.
     *
     * @param reference Message-ID, or the reference at the gateway
     * @param seenAt business time by which it had arrived
     */
    public record Received(String channel, String reference, String title, String text, Instant seenAt) {

        /** The id of the notice, which stands in the reference on every channel. */
        public String noticeId() {
            return MessageFeed.noticeId(reference);
        }
    }

    /** Looks into the mailbox and at the phone. */
    public void look() {
        Instant now = shop.now();
        for (JsonNode mail : shop.mailsAfter(lastMailId, address)) {
            lastMailId = mail.path("id").asLong();
            take(
                    "e-mail",
                    mail.path("messageId").asText(),
                    mail.path("subject").asText(),
                    mail.path("text").asText(),
                    now);
        }
        String messages = shop.simulator("sms") + "/messages?to=" + phone.replace("+", "%2B");
        for (JsonNode sms : shop.get("operator", messages).ok().path("messages")) {
            take("SMS", sms.path("reference").asText(), "", sms.path("text").asText(), now);
        }
    }

    public List<Received> all() {
        return List.copyOf(received);
    }

    private void take(String channel, String reference, String title, String text, Instant now) {
        if (seen.add(channel + reference)) {
            received.add(new Received(channel, reference, title, text, now));
        }
    }
}
