package io.orderjourney.notification.channels;

import io.orderjourney.contracts.Channel;

/** A way to reach a customer in writing. Calls may take long and must not run in a transaction. */
public interface MessageChannel {

    Channel channel();

    /** Hands a message over, or says what is known about the attempt. Never throws. */
    Result send(Message message);

    /** Whether the channel can prove that it took an earlier attempt with this reference. */
    default Proof proof(String reference) {
        return Proof.NONE;
    }

    /** What an attempt came to. */
    enum Outcome {
        HANDED_OVER,
        /** Not taken, try again later. */
        NOT_NOW,
        /** Will never be taken. */
        REJECTED,
        /** May have been taken. */
        UNKNOWN
    }

    /** @param detail for the shop; without addresses or message text */
    record Result(Outcome outcome, String detail) {}

    /** What a channel knows about an earlier attempt. */
    enum Proof {
        TAKEN,
        NOT_TAKEN,
        NONE
    }
}
