package io.orderjourney.order.inquiries.usecase;

import io.orderjourney.order.customers.Customer;
import io.orderjourney.order.inquiries.Entry;
import io.orderjourney.order.inquiries.Inquiry;
import io.orderjourney.order.orders.Order;
import io.orderjourney.promises.Promise;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An inquiry with all that belongs to it.
 *
 * @param customer null if they were erased
 * @param order the order that it is about; null if it is about none that is known
 * @param entries all that was said in this dialogue, before this inquiry and after it too, in the order of time
 * @param promises what was promised in this inquiry, in the order in which it was
 */
public record InquiryThread(
        Inquiry inquiry,
        @Nullable Customer customer,
        @Nullable Order order,
        List<Entry> entries,
        List<Promise> promises) {

    /** What the customer waits for first; null after the answer. */
    public @Nullable Promise next() {
        return promises.stream()
                .filter(Promise::isOpen)
                .min(Comparator.comparing(Promise::dueAt).thenComparing(Promise::id))
                .orElse(null);
    }

    /** What the shop owes first: an answer, or a step of a repair; null if it owes neither. */
    public @Nullable Promise owed() {
        return promises.stream()
                .filter(promise -> promise.isOpen() && ReplyKinds.isOwed(promise.kind()))
                .min(Comparator.comparing(Promise::dueAt).thenComparing(Promise::id))
                .orElse(null);
    }

    /** The promised answer, while it is open. */
    public @Nullable Promise reply() {
        return promises.stream()
                .filter(promise -> promise.isOpen() && ReplyKinds.ALL.contains(promise.kind()))
                .findFirst()
                .orElse(null);
    }
}
