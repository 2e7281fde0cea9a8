package io.orderjourney.order.care.console;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.console.desk.Action;
import io.orderjourney.console.desk.Panel;
import io.orderjourney.console.desk.QueueRow;
import io.orderjourney.console.desk.Urgency;
import io.orderjourney.contracts.Desk;
import io.orderjourney.order.care.console.CareScreen.Owed;
import io.orderjourney.order.customers.Customer;
import io.orderjourney.order.inquiries.Entry;
import io.orderjourney.order.inquiries.Inquiries;
import io.orderjourney.order.inquiries.Inquiry;
import io.orderjourney.order.inquiries.Repair;
import io.orderjourney.order.inquiries.usecase.InquiryThread;
import io.orderjourney.order.inquiries.usecase.ReadInquiries;
import io.orderjourney.order.orders.Order;
import io.orderjourney.order.orders.Orders;
import io.orderjourney.order.orders.console.OrderFacts;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Wording;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessCalendar;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What customers asked, in the words of customer care's screen: all desks' questions stand here, so that none is overlooked. */
@ApplicationScoped
class InquiryPanels {

    private static final Set<Desk> ANSWERS = EnumSet.of(Desk.SALES, Desk.CREDIT, Desk.PICKUP_POINT, Desk.CUSTOMER_CARE);

    private static final int FOUND_MAX = 20;
    private static final int DAYS_OFFERED = 5;
    private static final int TASK_LENGTH_MAX = 90;

    private final ReadInquiries inquiries;
    private final CorrectionActions corrections;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    InquiryPanels(ReadInquiries inquiries, CorrectionActions corrections, CurrentTerms terms, BusinessClock clock) {
        this.inquiries = inquiries;
        this.corrections = corrections;
        this.terms = terms;
        this.clock = clock;
    }

    Stream<Owed> owed(Optional<Orders.QueuePosition> after, int limit, ConsoleTexts texts) {
        Optional<Inquiries.QueuePosition> from =
                after.map(last -> new Inquiries.QueuePosition(last.dueAt(), last.promiseId()));
        return inquiries.waiting(null, from, limit).stream().flatMap(thread -> {
            Promise owed = thread.owed();
            return owed == null ? Stream.empty() : Stream.of(new Owed(owed, row(thread, owed, texts)));
        });
    }

    Stream<QueueRow> found(String typed, ConsoleTexts texts) {
        return inquiries.by(typed, FOUND_MAX).stream().map(thread -> row(thread, thread.owed(), texts));
    }

    long revision() {
        return inquiries.revision();
    }

    Optional<Panel> panel(UUID journeyId, ConsoleTexts texts) {
        return inquiries.of(journeyId).map(thread -> panel(thread, texts));
    }

    private QueueRow row(InquiryThread thread, @Nullable Promise reply, ConsoleTexts texts) {
        Inquiry inquiry = thread.inquiry();
        Customer customer = thread.customer();
        return new QueueRow(
                inquiry.journeyId(),
                inquiry.number(),
                OrderFacts.name(customer, OrderFacts.texts(texts.language())),
                OrderFacts.phone(customer),
                inquiry.language(),
                task(thread, texts),
                reply == null ? null : reply.dueAt(),
                reply == null ? Urgency.LATER : Urgency.of(reply.dueAt(), false, false, clock.instant(), zone()),
                null,
                List.of(texts.of("topic", inquiry.topic(), inquiry.topic()), texts.of("desk", inquiry.desk())));
    }

    private static String task(InquiryThread thread, ConsoleTexts texts) {
        if (!thread.inquiry().isOpen()) {
            return texts.say("task.answered");
        }
        Repair repair = thread.inquiry().repair();
        if (repair != null && thread.reply() == null) {
            return texts.say("task." + repair.step(), repair.article(), repair.workshop());
        }
        String asked = thread.entries().stream()
                .filter(entry -> entry.kind() == Entry.Kind.CUSTOMER
                        && entry.journeyId().equals(thread.inquiry().journeyId()))
                .map(Entry::text)
                .findFirst()
                .orElse("")
                .replaceAll("\\s+", " ");
        String shown = asked.length() > TASK_LENGTH_MAX ? asked.substring(0, TASK_LENGTH_MAX) + "…" : asked;
        return texts.say("task.answer", shown);
    }

    private Panel panel(InquiryThread thread, ConsoleTexts texts) {
        Inquiry inquiry = thread.inquiry();
        ConsoleTexts ofOrders = OrderFacts.texts(texts.language());
        ConsoleTexts spoken = CareView.texts(ConsoleTexts.spoken(inquiry.language()));
        return new Panel(
                inquiry.journeyId(),
                inquiry.number() + " · " + OrderFacts.name(thread.customer(), ofOrders),
                OrderFacts.phone(thread.customer()),
                say(thread, spoken),
                spoken.language(),
                List.of(),
                facts(thread, texts),
                inquiry.isOpen() ? actions(thread, texts) : List.of(CorrectionActions.action(texts)),
                Set.of(),
                String.valueOf(inquiry.version()));
    }

    private String say(InquiryThread thread, ConsoleTexts spoken) {
        Promise next = thread.next();
        return next == null
                ? spoken.say("say.answered", thread.inquiry().number())
                : spoken.say("say.asked", thread.inquiry().number(), Wording.told(next, zone(), spoken.language()));
    }

    private List<Panel.Fact> facts(InquiryThread thread, ConsoleTexts texts) {
        Inquiry inquiry = thread.inquiry();
        Order order = thread.order();
        List<Panel.Fact> facts = new ArrayList<>();
        facts.add(new Panel.Fact(texts.say("fact.topic"), texts.of("topic", inquiry.topic(), inquiry.topic())));
        facts.add(new Panel.Fact(texts.say("fact.desk"), texts.of("desk", inquiry.desk())));
        if (order != null) {
            facts.add(new Panel.Fact(texts.say("fact.order"), order.number()));
        }
        facts.addAll(corrections.facts(inquiry, texts, zone()));
        Repair repair = inquiry.repair();
        if (repair != null) {
            facts.addAll(RepairPanels.facts(repair, texts, zone()));
        }
        thread.entries()
                .forEach(entry -> facts.add(new Panel.Fact(
                        texts.of("entry", entry.kind()) + ", "
                                + Wording.moment(entry.writtenAt(), zone(), texts.language()),
                        said(entry, texts))));
        return facts;
    }

    private static String said(Entry entry, ConsoleTexts texts) {
        Entry.WaitsFor waitsFor = entry.waitsFor();
        if (waitsFor == null) {
            return entry.text();
        }
        String asked = entry.askedThem() == null ? "" : ": " + entry.askedThem();
        return entry.text() + " (" + texts.of("waits", waitsFor) + asked + ")";
    }

    private List<Action> actions(InquiryThread thread, ConsoleTexts texts) {
        Repair repair = thread.inquiry().repair();
        Stream<Action> ofRepair = repair == null || repair.backAt() != null
                ? Stream.empty()
                : RepairPanels.actions(repair, times(thread, texts), texts).stream();
        // Without a question of theirs, there is nothing to put off or to hand over.
        Stream<Action> ofReply =
                repair == null || thread.reply() != null ? replyActions(thread, texts).stream() : Stream.empty();
        return Stream.of(ofRepair, ofReply, Stream.of(CorrectionActions.action(texts)))
                .flatMap(actions -> actions)
                .toList();
    }

    private List<Action> replyActions(InquiryThread thread, ConsoleTexts texts) {
        return List.of(
                action(
                        InquiryActions.ANSWER,
                        'a',
                        !thread.inquiry().isBeingRepaired(),
                        texts,
                        text(texts),
                        tone(texts)),
                action(
                        InquiryActions.PUT_OFF,
                        't',
                        false,
                        texts,
                        text(texts),
                        choice("at", times(thread, texts), texts),
                        choice("waits", waits(texts), texts),
                        new Action.Field("asked", texts.say("field.asked"), Action.Type.TEXT, List.of(), false)),
                action(
                        InquiryActions.HAND_OVER,
                        'o',
                        false,
                        texts,
                        choice("desk", desks(thread.inquiry(), texts), texts),
                        new Action.Field("note", texts.say("field.note"), Action.Type.TEXT, List.of(), false)));
    }

    private static Action action(String name, char key, boolean primary, ConsoleTexts texts, Action.Field... fields) {
        return new Action(name, texts.say("do." + name), texts.say("effect." + name), key, primary, List.of(fields));
    }

    private static Action.Field text(ConsoleTexts texts) {
        return new Action.Field("text", texts.say("field.text"), Action.Type.LONG_TEXT, List.of(), true);
    }

    private static Action.Field tone(ConsoleTexts texts) {
        List<Action.Choice> choices = List.of(
                new Action.Choice("check", texts.say("tone.check")), new Action.Choice("send", texts.say("tone.send")));
        return choice("tone", choices, texts);
    }

    private static Action.Field choice(String name, List<Action.Choice> choices, ConsoleTexts texts) {
        return new Action.Field(name, texts.say("field." + name), Action.Type.CHOICE, choices, true);
    }

    private static List<Action.Choice> waits(ConsoleTexts texts) {
        return Stream.of(Entry.WaitsFor.values())
                .map(whom -> new Action.Choice(whom.name(), texts.of("waits", whom)))
                .toList();
    }

    private static List<Action.Choice> desks(Inquiry inquiry, ConsoleTexts texts) {
        return ANSWERS.stream()
                .filter(desk -> desk != inquiry.desk())
                .map(desk -> new Action.Choice(desk.name(), texts.of("desk", desk)))
                .toList();
    }

    /** The ends of the next business days of the desk, after what is promised now. */
    private List<Action.Choice> times(InquiryThread thread, ConsoleTexts texts) {
        Promise reply = thread.reply();
        Instant promised = reply == null ? clock.instant() : reply.dueAt();
        BusinessCalendar calendar = terms.get().calendar(reply == null ? Desk.CUSTOMER_CARE : reply.desk());
        return calendar.openDaysFrom(calendar.businessDayAt(promised))
                .limit(DAYS_OFFERED)
                .map(day -> calendar.closingAt(
                        calendar.nextOpen(day.atStartOfDay(calendar.zone()).toInstant())))
                .filter(at -> at.isAfter(promised))
                .map(at -> new Action.Choice(at.toString(), Wording.moment(at, zone(), texts.language())))
                .toList();
    }

    private ZoneId zone() {
        return terms.get().zone();
    }
}
