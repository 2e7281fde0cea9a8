package io.orderjourney.notification.messages;

import io.orderjourney.contracts.Channel;

/** A way to reach a customer in writing. Calls may take long and must not run in a transaction. */
public interface MessageChannel {

    /**
     * A message ready for a channel.
     *
     * @param reference the same in every attempt, so that a copy can be recognised
     * @param to e-mail address or E.164 number
     * @param title subject line; unused by SMS
     * @param text plain text
     * @param html the same for mail readers; empty for SMS
     */
    record Message(String reference, String to, String title, String text, String html) {}

    Channel channel();

    /** Sends a message, or says what is known about the attempt. Never throws. */
    Result send(Message message);

    /** Whether the channel can prove that it accepted an earlier attempt with this reference. */
    default Proof proof(String reference) {
        return Proof.NONE;
    }

    /** The outcome of an attempt. */
    enum Outcome {
        DELIVERED,
        /** Not accepted; try again later. */
        NOT_NOW,
        /** Will never be accepted. */
        REJECTED,
        /** May have been accepted. */
        UNKNOWN
    }

    /** @param detail for the shop; without addresses or message text */
    record Result(Outcome outcome, String detail) {}

    /** What a channel knows about an earlier attempt. */
    enum Proof {
        ACCEPTED,
        NOT_ACCEPTED,
        NONE
    }
}
