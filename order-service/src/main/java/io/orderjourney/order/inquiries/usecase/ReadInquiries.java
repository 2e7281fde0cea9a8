package io.orderjourney.order.inquiries.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.order.customers.Customer;
import io.orderjourney.order.customers.Customers;
import io.orderjourney.order.customers.SearchTerm;
import io.orderjourney.order.inquiries.Entry;
import io.orderjourney.order.inquiries.Inquiries;
import io.orderjourney.order.inquiries.Inquiry;
import io.orderjourney.order.orders.Orders;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads inquiries: one with its whole dialogue, the queue of those that wait, those of a customer. */
@ApplicationScoped
public class ReadInquiries {

    private final Inquiries inquiries;
    private final Customers customers;
    private final Orders orders;
    private final Promises promises;

    ReadInquiries(Inquiries inquiries, Customers customers, Orders orders, Promises promises) {
        this.inquiries = inquiries;
        this.customers = customers;
        this.orders = orders;
        this.promises = promises;
    }

    /** One inquiry, with what was said before and after it in the same dialogue. */
    @Transactional
    public Optional<InquiryThread> of(UUID journeyId) {
        return inquiries.find(journeyId).map(this::thread);
    }

    private InquiryThread thread(Inquiry inquiry) {
        List<UUID> dialogue = inquiries.thread(inquiry.threadId()).stream()
                .map(Inquiry::journeyId)
                .toList();
        UUID orderId = inquiry.orderJourneyId();
        return new InquiryThread(
                inquiry,
                customers.find(inquiry.customerId()).orElse(null),
                orderId == null ? null : orders.get(orderId),
                inquiries.entries(dialogue),
                promises.of(inquiry.journeyId()));
    }

    /** The open inquiries of a desk, or of all: what is promised first comes first. */
    @Transactional
    public List<InquiryThread> waiting(@Nullable Desk desk, Optional<Inquiries.QueuePosition> after, int limit) {
        List<UUID> ids = inquiries.waiting(desk, after, limit).stream()
                .map(Inquiries.Waiting::journeyId)
                .toList();
        Map<UUID, Inquiry> read =
                inquiries.of(ids).stream().collect(Collectors.toMap(Inquiry::journeyId, Function.identity()));
        return heads(ids.stream()
                .distinct()
                .flatMap(id -> Optional.ofNullable(read.get(id)).stream())
                .toList());
    }

    /** The inquiry with this number, or the newest of the customers with this name, address or phone number. */
    @Transactional
    public List<InquiryThread> by(String typed, int limit) {
        Optional<Inquiry> numbered = inquiries.findByNumber(typed.strip().toUpperCase(Locale.ROOT));
        if (numbered.isPresent()) {
            return heads(List.of(numbered.get()));
        }
        Set<UUID> found = customers.found(SearchTerm.typed(typed), limit);
        return found.isEmpty() ? List.of() : heads(inquiries.newestOf(found, limit));
    }

    /** A number that changes when the queue does. */
    @Transactional
    public long revision() {
        return inquiries.queueRevision();
    }

    /** Without the orders: a list names none. */
    private List<InquiryThread> heads(List<Inquiry> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = wanted.stream().map(Inquiry::journeyId).toList();
        Collection<UUID> customerIds =
                wanted.stream().map(Inquiry::customerId).distinct().toList();
        Map<UUID, Customer> known =
                customers.of(customerIds).stream().collect(Collectors.toMap(Customer::id, Function.identity()));
        Map<UUID, List<Promise>> made = promises.of(ids).stream().collect(Collectors.groupingBy(Promise::journeyId));
        Map<UUID, List<Entry>> said = inquiries.entries(ids).stream().collect(Collectors.groupingBy(Entry::journeyId));
        return wanted.stream()
                .map(inquiry -> new InquiryThread(
                        inquiry,
                        known.get(inquiry.customerId()),
                        null,
                        said.getOrDefault(inquiry.journeyId(), List.of()),
                        made.getOrDefault(inquiry.journeyId(), List.of())))
                .toList();
    }
}
