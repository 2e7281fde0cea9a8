package io.orderjourney.order.care.usecase;

import io.orderjourney.contracts.InquiryChannel;
import io.orderjourney.order.customers.ContactPolicy;
import io.orderjourney.order.customers.Customer;
import io.orderjourney.order.customers.Customers;
import io.orderjourney.order.customers.SearchTerm;
import io.orderjourney.order.inquiries.Inquiries;
import io.orderjourney.order.inquiries.Inquiry;
import io.orderjourney.order.inquiries.usecase.InquirySettings;
import io.orderjourney.order.inquiries.usecase.ReceiveInquiryHandler;
import io.orderjourney.order.inquiries.usecase.ReceiveInquiryHandler.NewInquiry;
import io.orderjourney.order.inquiries.usecase.ReceiveInquiryHandler.Received;
import io.orderjourney.order.orders.Order;
import io.orderjourney.order.orders.Orders;
import io.orderjourney.promises.Promise;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A call that was not answered is a promise to call back: no customer dials a busy number again and again. Who has an open order is
 * called about it; everybody else is a question whose answer is promised.
 */
@ApplicationScoped
public class MissedCallHandler {

    private static final int CUSTOMERS_MAX = 20;
    private static final int NEWEST_MAX = 10;
    private static final String TEXT = "Called, and was not answered";

    private final Customers customers;
    private final Orders orders;
    private final Inquiries inquiries;
    private final CallbackHandler callbacks;
    private final LogChaseHandler chases;
    private final ReceiveInquiryHandler receive;
    private final InquirySettings settings;
    private final String language;

    MissedCallHandler(
            Customers customers,
            Orders orders,
            Inquiries inquiries,
            CallbackHandler callbacks,
            LogChaseHandler chases,
            ReceiveInquiryHandler receive,
            InquirySettings settings,
            @ConfigProperty(name = "journey.mail-in.language") String language) {
        this.customers = customers;
        this.orders = orders;
        this.inquiries = inquiries;
        this.callbacks = callbacks;
        this.chases = chases;
        this.receive = receive;
        this.settings = settings;
        this.language = language;
    }

    /** What was promised to the caller, and in which journey. */
    public record Promised(UUID journeyId, Promise promise) {}

    /**
     * Promises a call back. The same caller again is a chase, and the promise that they have stands.
     *
     * @param phone of the caller, with the country
     * @throws ContactPolicy.Refused if this is no number that can be called
     */
    @Transactional
    public Promised missed(String phone, String actor) {
        List<Customer> callers = customers.of(customers.found(SearchTerm.typed(phone), CUSTOMERS_MAX)).stream()
                .filter(customer -> phone.equals(customer.contact().phone()))
                .toList();
        List<UUID> ids = callers.stream().map(Customer::id).toList();
        Optional<Order> order = ids.isEmpty()
                ? Optional.empty()
                : orders.newestOf(ids, NEWEST_MAX).stream()
                        .filter(Order::isOpen)
                        .max(Comparator.comparing(Order::placedAt));
        return order.map(open -> aboutOrder(open, actor)).orElseGet(() -> asQuestion(phone, ids, actor));
    }

    private Promised aboutOrder(Order order, String actor) {
        chases.log(order.journeyId(), InquiryChannel.PHONE, actor);
        return new Promised(order.journeyId(), callbacks.promise(order.journeyId(), null, actor));
    }

    private Promised asQuestion(String phone, List<UUID> callers, String actor) {
        Optional<Inquiry> open = callers.isEmpty()
                ? Optional.empty()
                : inquiries.newestOf(callers, NEWEST_MAX).stream()
                        .filter(Inquiry::isOpen)
                        .findFirst();
        Received received = open.map(
                        inquiry -> receive.writtenAgain(inquiry.journeyId(), InquiryChannel.PHONE, TEXT, actor))
                .orElseGet(() -> receive.receive(asked(phone, callers, actor)));
        return new Promised(received.inquiry().journeyId(), received.reply());
    }

    private NewInquiry asked(String phone, List<UUID> callers, String actor) {
        boolean known = !callers.isEmpty();
        return new NewInquiry(
                settings.missedCallTopic(),
                InquiryChannel.PHONE,
                known ? callers.get(0) : null,
                known ? null : ContactPolicy.contact(UUID.randomUUID(), phone, null, phone, language, null, null),
                null,
                TEXT,
                actor);
    }
}
