package io.orderjourney.stack.mail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message as its recipient would see it.
 *
 * @param id 1 for the first, without gaps
 * @param sentAt the message's own date, null when it carries none
 * @param messageId its Message-ID, the same on every copy of one message
 * @param text the plain text part, decoded; empty when there is none
 * @param html the HTML part, decoded; null when there is none
 */
public record CaughtMail(
        long id,
        String from,
        List<String> to,
        String subject,
        @Nullable Instant sentAt,
        String messageId,
        String text,
        @Nullable String html) {}
