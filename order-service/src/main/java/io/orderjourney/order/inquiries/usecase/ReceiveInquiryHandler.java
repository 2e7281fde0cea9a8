package io.orderjourney.order.inquiries.usecase;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.InquiryChannel;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.orders.ChaseLogged;
import io.orderjourney.contracts.orders.InquiryReceived;
import io.orderjourney.contracts.orders.RepairedGoods;
import io.orderjourney.contracts.orders.WantedGoods;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.order.customers.Customer;
import io.orderjourney.order.customers.Customers;
import io.orderjourney.order.customers.usecase.UpdateContactHandler;
import io.orderjourney.order.inquiries.Entry;
import io.orderjourney.order.inquiries.Inquiries;
import io.orderjourney.order.inquiries.Inquiry;
import io.orderjourney.order.inquiries.InquiryTopic;
import io.orderjourney.order.inquiries.Repair;
import io.orderjourney.order.orders.Order;
import io.orderjourney.order.orders.Orders;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.usecase.PromiseDesk;
import io.orderjourney.promises.usecase.PromiseDesk.Recipient;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes an inquiry in, whichever way it comes: the customer, the words and the promise of an answer in one transaction. The
 * answer says at once by when the reply comes; the message that says it too goes out on its own.
 */
@ApplicationScoped
public class ReceiveInquiryHandler {

    /**
     * What came in.
     *
     * @param topic one of the shop's topics
     * @param customerId the customer, if the sender knows them
     * @param contact how to reach a customer who is not known; the customer of the order is taken if it has the same address
     * @param orderNumber as the customer wrote it; a number that is not known changes nothing
     * @param wanted the article that they want to be told of; null if they wait for something else
     * @param repair the article that they brought back; null if they wait for something else
     * @param actor who sends it, or wrote it down
     */
    public record NewInquiry(
            String topic,
            InquiryChannel channel,
            @Nullable UUID customerId,
            @Nullable CustomerContact contact,
            @Nullable String orderNumber,
            @Nullable WantedGoods wanted,
            @Nullable Repair repair,
            String text,
            String actor) {

        /** An inquiry that waits for an answer. */
        public NewInquiry(
                String topic,
                InquiryChannel channel,
                @Nullable UUID customerId,
                @Nullable CustomerContact contact,
                @Nullable String orderNumber,
                String text,
                String actor) {
            this(topic, channel, customerId, contact, orderNumber, null, null, text, actor);
        }
    }

    /** An inquiry and what was promised first: the answer, the diagnosis, or the next word about goods that they wait for. */
    public record Received(Inquiry inquiry, Promise reply) {}

    /** The shop has no such topic. */
    public static final class TopicUnknown extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TopicUnknown() {
            super("The shop has no such topic");
        }
    }

    private final Inquiries inquiries;
    private final Customers customers;
    private final UpdateContactHandler contacts;
    private final Orders orders;
    private final Promises promises;
    private final PromiseDesk desk;
    private final JourneyLog log;
    private final InquirySettings settings;
    private final BusinessClock clock;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    ReceiveInquiryHandler(
            Inquiries inquiries,
            Customers customers,
            UpdateContactHandler contacts,
            Orders orders,
            Promises promises,
            PromiseDesk desk,
            JourneyLog log,
            InquirySettings settings,
            BusinessClock clock) {
        this.inquiries = inquiries;
        this.customers = customers;
        this.contacts = contacts;
        this.orders = orders;
        this.promises = promises;
        this.desk = desk;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
    }

    /** Forms come in faster than any number of people writes. */
    public static final class TooMany extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooMany() {
            super("More forms came in than people write");
        }
    }

    /**
     * Takes in what a customer asks.
     *
     * @throws TopicUnknown if the shop has no such topic
     * @throws Customer.NotFound if the customer that the sender names is not known
     */
    @Transactional
    public Received receive(NewInquiry asked) {
        return receive(ids.generate(), asked);
    }

    /**
     * Takes in a form that anybody can send, once.
     *
     * @param form the id of the form, which becomes that of the inquiry
     * @throws TopicUnknown if the shop has no such topic
     * @throws TooMany if more came in during the last hour than the settings allow
     */
    @Transactional
    public Received receiveForm(UUID form, NewInquiry asked) {
        Inquiry before = inquiries.find(form).orElse(null);
        if (before != null && before.channel() == InquiryChannel.WEB_FORM) {
            return new Received(before, promises.of(form).get(0));
        }
        Instant since = clock.instant().minus(Duration.ofHours(1));
        if (before != null || inquiries.isFormCountReached(since, settings.formsPerHourMax())) {
            throw new TooMany();
        }
        return receive(form, asked);
    }

    private Received receive(UUID id, NewInquiry asked) {
        InquiryTopic topic = topic(asked.topic());
        String number = asked.orderNumber();
        Order order = number == null ? null : orders.findByNumber(number).orElse(null);
        Customer customer = customerOf(asked, order);
        Inquiry inquiry = new Inquiry(
                id,
                inquiries.nextNumber(),
                id,
                customer.id(),
                customer.contact().language(),
                asked.topic(),
                asked.channel(),
                topic.desk(),
                order == null ? null : order.journeyId(),
                clock.instant(),
                null,
                asked.repair(),
                1);
        if (order != null && topic.chase()) {
            chased(order.journeyId(), asked.channel(), asked.actor());
        }
        return begin(inquiry, topic, asked.wanted(), asked.text(), asked.actor());
    }

    /**
     * The customer writes again. While they wait it joins what they asked; after the answer it begins the next inquiry of the
     * same dialogue, with its own date.
     *
     * @throws Inquiry.NotFound if there is no such inquiry
     */
    @Transactional
    public Received writtenAgain(UUID journeyId, InquiryChannel channel, String text, String actor) {
        Inquiry inquiry = inquiries.getForChange(journeyId);
        List<Inquiry> dialogue = inquiries.thread(inquiry.threadId());
        Inquiry open = dialogue.stream().filter(Inquiry::isOpen).findFirst().orElse(null);
        if (open != null) {
            return joined(inquiries.getForChange(open.journeyId()), channel, text, actor);
        }
        Inquiry first = dialogue.get(0);
        Inquiry next = new Inquiry(
                ids.generate(),
                Inquiry.followUpNumber(first.number(), dialogue.size() + 1),
                first.threadId(),
                inquiry.customerId(),
                inquiry.language(),
                inquiry.topic(),
                channel,
                inquiry.desk(),
                inquiry.orderJourneyId(),
                clock.instant(),
                null,
                null,
                1);
        return begin(next, topic(inquiry.topic()), null, text, actor);
    }

    private Received joined(Inquiry open, InquiryChannel channel, String text, String actor) {
        say(open, channel, text, actor);
        Inquiry touched = open.touched();
        inquiries.change(touched);
        chased(open.journeyId(), channel, actor);
        Promise reply = desk.open(open.journeyId()).values().stream()
                .filter(promise -> ReplyKinds.ALL.contains(promise.kind()))
                .findFirst()
                .orElseGet(() -> promiseReply(touched, topic(open.topic()), actor));
        return new Received(touched, reply);
    }

    private Received begin(
            Inquiry inquiry, InquiryTopic topic, @Nullable WantedGoods wanted, String text, String actor) {
        inquiries.add(inquiry);
        say(inquiry, inquiry.channel(), text, actor);
        log.append(NewEvent.of(
                EventTypes.INQUIRY_RECEIVED,
                inquiry.journeyId(),
                new InquiryReceived(
                        inquiry.number(),
                        inquiry.customerId(),
                        inquiry.language(),
                        inquiry.topic(),
                        inquiry.channel(),
                        inquiry.orderJourneyId(),
                        inquiry.receivedAt(),
                        wanted,
                        repaired(inquiry.repair())),
                actor));
        return new Received(inquiry, promiseFirst(inquiry, topic, wanted, actor));
    }

    private static @Nullable RepairedGoods repaired(@Nullable Repair repair) {
        return repair == null
                ? null
                : new RepairedGoods(repair.sku(), repair.article(), repair.workshop(), repair.underWarranty());
    }

    private Promise promiseFirst(Inquiry inquiry, InquiryTopic topic, @Nullable WantedGoods wanted, String actor) {
        if (inquiry.isBeingRepaired()) {
            return desk.makeEarliest(recipient(inquiry), PromiseKind.REPAIR_DIAGNOSIS, actor);
        }
        // Who waits for goods is given a day by the warehouse; until it has, this desk owes them a word.
        return wanted == null
                ? promiseReply(inquiry, topic, actor)
                : desk.makeNextUpdate(recipient(inquiry), inquiry.desk(), actor);
    }

    private Promise promiseReply(Inquiry inquiry, InquiryTopic topic, String actor) {
        return desk.makeWithinOneDay(
                recipient(inquiry), ReplyKinds.of(topic, inquiry.channel()), inquiry.desk(), actor);
    }

    private static Recipient recipient(Inquiry inquiry) {
        return new Recipient(inquiry.journeyId(), inquiry.customerId(), inquiry.language());
    }

    private void say(Inquiry inquiry, InquiryChannel channel, String text, String actor) {
        Instant now = clock.instant();
        inquiries.say(new Entry(
                ids.generate(), inquiry.journeyId(), Entry.Kind.CUSTOMER, channel, text, actor, now, null, null));
    }

    private void chased(UUID journeyId, InquiryChannel channel, String actor) {
        log.append(NewEvent.of(
                EventTypes.CHASE_LOGGED, journeyId, new ChaseLogged(channel, actor, clock.instant()), actor));
    }

    private InquiryTopic topic(String name) {
        InquiryTopic topic = settings.topics().get(name);
        if (topic == null) {
            throw new TopicUnknown();
        }
        return topic;
    }

    /**
     * Who asks. Anybody can write any order number into a form, so the customer of an order is taken only if they can be
     * reached where the sender can; a contact that is known is never changed by an inquiry.
     */
    private Customer customerOf(NewInquiry asked, @Nullable Order order) {
        UUID known = asked.customerId();
        if (known != null) {
            return customers.find(known).orElseThrow(() -> new Customer.NotFound(known));
        }
        CustomerContact contact = Objects.requireNonNull(asked.contact());
        if (order != null) {
            Customer buyer = customers.find(order.customerId()).orElse(null);
            if (buyer != null && isReachedAlike(buyer.contact(), contact)) {
                return buyer;
            }
        }
        return contacts.ordering(contact, true);
    }

    private static boolean isReachedAlike(CustomerContact one, CustomerContact other) {
        String mail = one.email();
        String phone = one.phone();
        return (mail != null && mail.equalsIgnoreCase(other.email())) || (phone != null && phone.equals(other.phone()));
    }
}
