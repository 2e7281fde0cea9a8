package io.orderjourney.notification.webhooks;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sends one message to one endpoint. It may take ten seconds and must not run in a transaction. Never throws. */
public interface WebhookSender {

    /**
     * What is sent, and where to.
     *
     * @param secrets the one that signs, and while it is being changed the one before
     */
    record Request(String url, List<String> secrets, UUID messageId, String body) {}

    /**
     * What came of it.
     *
     * @param taken the receiver answered 2xx
     * @param status the HTTP status; absent if there was no answer
     * @param detail for the log of deliveries: nothing of what the receiver wrote
     */
    record Outcome(boolean taken, @Nullable Integer status, String detail) {

        private static final int GONE = 410;

        /** The receiver says that it will never take anything again. */
        public boolean gone() {
            return status != null && status == GONE;
        }
    }

    Outcome send(Request request);
}
