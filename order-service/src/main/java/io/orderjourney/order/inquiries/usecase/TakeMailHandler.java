package io.orderjourney.order.inquiries.usecase;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.InquiryChannel;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.order.customers.ContactPolicy;
import io.orderjourney.order.customers.Customer;
import io.orderjourney.order.customers.Customers;
import io.orderjourney.order.customers.SearchTerm;
import io.orderjourney.order.inquiries.InboundMail;
import io.orderjourney.order.inquiries.Inquiries;
import io.orderjourney.order.inquiries.Inquiry;
import io.orderjourney.order.inquiries.LanguageGuess;
import io.orderjourney.order.inquiries.MailPolicy;
import io.orderjourney.order.inquiries.MailPolicy.Verdict;
import io.orderjourney.order.inquiries.usecase.ReceiveInquiryHandler.NewInquiry;
import io.orderjourney.order.inquiries.usecase.ReceiveInquiryHandler.Received;
import io.orderjourney.order.orders.Order;
import io.orderjourney.order.orders.Orders;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Takes a mail in, once: what a person wrote joins the dialogue that it answers or begins an inquiry; what a machine sent is
 * written down. A mail finds its dialogue by the message that it answers, then by a number in its subject.
 */
@ApplicationScoped
public class TakeMailHandler {

    /** So many inquiries of one sender in so short a time are a conversation with a machine: the next joins the last. */
    static final int INQUIRIES_OF_A_SENDER_MAX = 5;

    static final Duration SENDER_WATCHED_FOR = Duration.ofHours(1);

    private static final String TOPIC = "OTHER";
    private static final String ACTOR = "mail";
    private static final int CUSTOMERS_OF_AN_ADDRESS_MAX = 10;

    private final Inquiries inquiries;
    private final ReceiveInquiryHandler receive;
    private final Customers customers;
    private final Orders orders;
    private final BusinessClock clock;
    private final Set<String> ours;
    private final String language;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    TakeMailHandler(
            Inquiries inquiries,
            ReceiveInquiryHandler receive,
            Customers customers,
            Orders orders,
            BusinessClock clock,
            @ConfigProperty(name = "journey.mail-in.own-addresses") List<String> ours,
            @ConfigProperty(name = "journey.mail-in.language") String language) {
        this.inquiries = inquiries;
        this.receive = receive;
        this.customers = customers;
        this.orders = orders;
        this.clock = clock;
        this.ours =
                ours.stream().map(address -> address.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        this.language = language;
    }

    /** Takes a mail that could be read. The same mail again changes nothing. */
    @Transactional
    public Verdict take(InboundMail mail) {
        Verdict verdict = MailPolicy.judge(mail, ours);
        UUID key = mail.key();
        if (!inquiries.isTaken(key)) {
            UUID journeyId = verdict == Verdict.INQUIRY ? received(mail) : null;
            inquiries.taken(key, mail.messageId(), verdict, journeyId, clock.instant());
        }
        return verdict;
    }

    /** Writes down a mail that could not be read; it stays in the mailbox, where a person finds it. */
    @Transactional
    public void keepAside(UUID key, String messageId, Verdict why) {
        if (!inquiries.isTaken(key)) {
            inquiries.taken(key, messageId, why, null, clock.instant());
        }
    }

    private UUID received(InboundMail mail) {
        String text = textOf(mail);
        Order order = null;
        for (UUID answered : mail.answeredMessages()) {
            UUID journeyId = inquiries.journeyOfMessage(answered).orElse(null);
            if (journeyId != null && inquiries.find(journeyId).isPresent()) {
                return joined(journeyId, text);
            }
            if (journeyId != null
                    && order == null
                    && !orders.existing(List.of(journeyId)).isEmpty()) {
                order = orders.get(journeyId);
            }
        }
        String from = Objects.requireNonNull(mail.from());
        Inquiry named = mail.inquiryNumber().flatMap(inquiries::findByNumber).orElse(null);
        // A number in a subject proves nothing: only the customer's own address does.
        if (named != null && isOf(named.customerId(), from)) {
            return joined(named.journeyId(), text);
        }
        Customer known = order != null ? customers.find(order.customerId()).orElse(null) : customerAt(from);
        Inquiry last = known == null ? null : lastOfTooMany(known.id());
        if (last != null) {
            return joined(last.journeyId(), text);
        }
        Received begun = receive.receive(new NewInquiry(
                TOPIC,
                InquiryChannel.EMAIL,
                known == null ? null : known.id(),
                known == null ? contact(mail, from) : null,
                order == null ? mail.orderNumber().orElse(null) : order.number(),
                text,
                ACTOR));
        return begun.inquiry().journeyId();
    }

    private UUID joined(UUID journeyId, String text) {
        return receive.writtenAgain(journeyId, InquiryChannel.EMAIL, text, ACTOR)
                .inquiry()
                .journeyId();
    }

    private static String textOf(InboundMail mail) {
        String text = mail.text().isBlank() ? mail.subject() : mail.text();
        return mail.attachments() == 0 ? text : text + "\n[+" + mail.attachments() + "]";
    }

    private boolean isOf(UUID customerId, String address) {
        return customers
                .find(customerId)
                .map(customer -> address.equalsIgnoreCase(customer.contact().email()))
                .orElse(false);
    }

    private @Nullable Customer customerAt(String address) {
        SearchTerm mail = new SearchTerm(SearchTerm.Kind.EMAIL, address.toLowerCase(Locale.ROOT));
        return customers.of(customers.found(List.of(mail), CUSTOMERS_OF_AN_ADDRESS_MAX)).stream()
                .filter(customer -> address.equalsIgnoreCase(customer.contact().email()))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Inquiry lastOfTooMany(UUID customerId) {
        Instant since = clock.instant().minus(SENDER_WATCHED_FOR);
        List<Inquiry> recent = inquiries.newestOf(List.of(customerId), INQUIRIES_OF_A_SENDER_MAX).stream()
                .filter(inquiry -> inquiry.receivedAt().isAfter(since))
                .toList();
        return recent.size() < INQUIRIES_OF_A_SENDER_MAX
                ? null
                : recent.stream().filter(Inquiry::isOpen).findFirst().orElse(null);
    }

    private CustomerContact contact(InboundMail mail, String from) {
        String name = mail.fromName().isBlank() ? from.substring(0, from.indexOf('@')) : mail.fromName();
        String spoken = LanguageGuess.of(mail.subject() + "\n" + mail.text(), language);
        return ContactPolicy.contact(ids.generate(), name, from, null, spoken, Channel.EMAIL, null);
    }
}
