package io.orderjourney.console.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work in a desk's queue, with all that is needed to begin it.
 *
 * @param journeyId what the panel opens
 * @param reference the number people say on the phone
 * @param title who it is for; the goods where a desk does not need the customer
 * @param phone to call; null where nobody calls
 * @param customerLanguage BCP 47; null where nobody talks to the customer
 * @param task what is to be done, in the viewer's language
 * @param dueAt by when the customer believes it is done; null if nothing is due: the row was searched for
 * @param reason why it is at risk, in the viewer's language; null if it is not
 * @param details what else helps, each a few words
 * @param section the heading under which it stands; null for a queue without sections
 * @param hour what is shown in place of {@code dueAt}, such as an agreed hour; null to show that
 */
public record QueueRow(
        UUID journeyId,
        String reference,
        String title,
        @Nullable String phone,
        @Nullable String customerLanguage,
        String task,
        @Nullable Instant dueAt,
        Urgency urgency,
        @Nullable String reason,
        List<String> details,
        @Nullable String section,
        @Nullable String hour) {

    /** A row of a queue without sections. */
    public QueueRow(
            UUID journeyId,
            String reference,
            String title,
            @Nullable String phone,
            @Nullable String customerLanguage,
            String task,
            @Nullable Instant dueAt,
            Urgency urgency,
            @Nullable String reason,
            List<String> details) {
        this(journeyId, reference, title, phone, customerLanguage, task, dueAt, urgency, reason, details, null, null);
    }
}
