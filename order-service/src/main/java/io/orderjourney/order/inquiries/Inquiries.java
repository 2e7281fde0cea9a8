package io.orderjourney.order.inquiries;

import io.orderjourney.contracts.Desk;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All inquiries and what was said in them. Every call joins the running transaction. */
public interface Inquiries {

    /** A place in the queue of open inquiries. */
    record QueuePosition(Instant dueAt, UUID promiseId) {}

    /** An inquiry that waits for its answer, with the promise of it. */
    record Waiting(UUID journeyId, UUID promiseId, Instant dueAt) {}

    Optional<Inquiry> find(UUID journeyId);

    /** @throws Inquiry.NotFound if there is none; it is locked until this transaction ends */
    Inquiry getForChange(UUID journeyId);

    Optional<Inquiry> findByNumber(String number);

    List<Inquiry> of(Collection<UUID> journeyIds);

    /** The newest inquiries of these customers. */
    List<Inquiry> newestOf(Collection<UUID> customerIds, int limit);

    /** All inquiries of a dialogue, the first one first. */
    List<Inquiry> thread(UUID threadId);

    /** The open inquiries, what is promised first comes first. */
    List<Waiting> waiting(@Nullable Desk desk, Optional<QueuePosition> after, int limit);

    /** A number that changes whenever the head of the queue does; it costs the same however long the queue is. */
    long queueRevision();

    /** Whether so many forms came in since then; it costs the same however many did. */
    boolean isFormCountReached(Instant since, int countMax);

    /** A number that no inquiry had before. */
    String nextNumber();

    void add(Inquiry inquiry);

    /** Stores the inquiry as it is now; it must exist. */
    void change(Inquiry inquiry);

    void say(Entry entry);

    /** All that was said in these inquiries, in the order of time. */
    List<Entry> entries(Collection<UUID> journeyIds);

    /** Those of these entries that a desk wrote to a customer. */
    List<Entry> replies(Collection<UUID> ids);

    /** All that was promised in this inquiry for the customer's next order, in the order of time. */
    List<Correction> corrections(UUID journeyId);

    void promise(Correction correction);

    /** The packer did it, with this order. What was done before stays as it was. */
    void made(UUID correctionId, UUID orderId, Instant at);

    /** Forgets all that was said in the inquiries of this customer; returns which entries those were. */
    List<UUID> eraseEntries(UUID customerId);

    /** Whether this mail was taken, or put aside, before. */
    boolean isTaken(UUID mailKey);

    /**
     * Writes down what became of a mail.
     *
     * @param journeyId the inquiry that it began or joined; null if it is none
     */
    void taken(UUID mailKey, String messageId, MailPolicy.Verdict verdict, @Nullable UUID journeyId, Instant at);

    /** A message of this journey reached its customer: what answers it belongs to the journey. */
    void sent(UUID messageId, UUID journeyId);

    /** The journey that a message of ours was about. */
    Optional<UUID> journeyOfMessage(UUID messageId);
}
