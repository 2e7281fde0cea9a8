package io.orderjourney.order.care.console;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.console.desk.Action;
import io.orderjourney.console.desk.Panel;
import io.orderjourney.console.desk.QueueRow;
import io.orderjourney.console.desk.Urgency;
import io.orderjourney.contracts.InquiryChannel;
import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.order.answercard.AnswerCard;
import io.orderjourney.order.answercard.NoticeHistory;
import io.orderjourney.order.care.WhatToSay;
import io.orderjourney.order.care.usecase.FindJourneys.Found;
import io.orderjourney.order.customers.Customer;
import io.orderjourney.order.orders.Order;
import io.orderjourney.order.orders.console.OrderFacts;
import io.orderjourney.promises.Outlook;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Wording;
import io.orderjourney.promises.usecase.CallBackTimes;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A journey in the words of customer care's screen. */
@ApplicationScoped
class CareView {

    private static final String BUNDLE = "io.orderjourney.order.care.care";

    private final CallBackTimes callBackTimes;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    CareView(CallBackTimes callBackTimes, CurrentTerms terms, BusinessClock clock) {
        this.callBackTimes = callBackTimes;
        this.terms = terms;
        this.clock = clock;
    }

    static ConsoleTexts texts(String language) {
        return ConsoleTexts.of(language, BUNDLE, CareView.class.getClassLoader());
    }

    /** A promised call back, as work. */
    QueueRow callbackRow(Found found, Promise callback, ConsoleTexts texts) {
        return row(found, texts.say("task"), callback, texts);
    }

    /** A journey that was searched for, with what the shop owes first. */
    QueueRow foundRow(Found found, ConsoleTexts texts) {
        Promise next = found.next();
        String task = next == null
                ? OrderFacts.state(found.order(), OrderFacts.texts(texts.language()))
                : Wording.told(next, zone(), texts.language());
        return row(found, task, next, texts);
    }

    private QueueRow row(Found found, String task, @Nullable Promise owed, ConsoleTexts texts) {
        Order order = found.order();
        return new QueueRow(
                order.journeyId(),
                order.number(),
                OrderFacts.name(found.customer(), OrderFacts.texts(texts.language())),
                OrderFacts.phone(found.customer()),
                order.language(),
                task,
                owed == null ? null : owed.dueAt(),
                owed == null
                        ? Urgency.LATER
                        : Urgency.of(owed.dueAt(), false, owed.isWaiting(), clock.instant(), zone()),
                null,
                List.of(OrderFacts.goods(order), OrderFacts.total(order, texts)));
    }

    Panel panel(Found found, @Nullable AnswerCard card, ConsoleTexts texts) {
        Order order = found.order();
        ConsoleTexts ofOrders = OrderFacts.texts(texts.language());
        ConsoleTexts spoken = texts(ConsoleTexts.spoken(order.language()));
        List<Panel.Fact> facts = new ArrayList<>();
        if (card != null) {
            facts.add(new Panel.Fact(
                    texts.say("fact.chases"), texts.say("chases", card.journey().chases())));
        }
        facts.addAll(OrderFacts.of(order, found.customer(), ofOrders, zone()));
        return new Panel(
                order.journeyId(),
                order.number() + " · " + OrderFacts.name(found.customer(), ofOrders),
                OrderFacts.phone(found.customer()),
                say(order, card, spoken),
                spoken.language(),
                facts,
                actions(found, texts),
                Seen.of(found).toString());
    }

    private String say(Order order, @Nullable AnswerCard card, ConsoleTexts spoken) {
        String about = spoken.say("say.about", order.number(), OrderFacts.goods(order));
        if (!order.isOpen()) {
            return about + " " + spoken.of("say.over", order.state());
        }
        if (card == null) {
            return about;
        }
        WhatToSay what = WhatToSay.of(
                card.promises().stream()
                        .map(line -> new WhatToSay.Known(
                                line.promise(),
                                line.reschedules().stream()
                                        .map(NoticeHistory.Reschedule::reason)
                                        .toList()))
                        .toList(),
                promise -> outlook(promise, card) == Outlook.MISSED);
        return Stream.of(
                        about,
                        apology(what, spoken),
                        what.broken() ? null : told(what.next(), spoken),
                        told(what.goods(), spoken),
                        turn(what.turn(), spoken),
                        whose(what.next(), spoken))
                .filter(Objects::nonNull)
                .reduce((one, other) -> one + " " + other)
                .orElseThrow();
    }

    private @Nullable String apology(WhatToSay what, ConsoleTexts spoken) {
        Promise next = what.next();
        if (what.broken() && next != null) {
            return spoken.say("say.broken", date(next.dueAt(), next, spoken));
        }
        Promise moved = what.moved();
        return moved == null ? null : spoken.say("say.moved", date(moved.firstPromisedAt(), moved, spoken));
    }

    private String date(Instant dueAt, Promise promise, ConsoleTexts spoken) {
        // The window that went with an earlier date is not known any more; its end is what was promised.
        Instant windowStartAt = dueAt.equals(promise.dueAt()) ? promise.windowStartAt() : null;
        return Wording.date(promise.precision(), windowStartAt, dueAt, zone(), spoken.language());
    }

    private @Nullable String told(@Nullable Promise promise, ConsoleTexts spoken) {
        return promise == null ? null : Wording.told(promise, zone(), spoken.language()) + ".";
    }

    private @Nullable String turn(@Nullable Promise waiting, ConsoleTexts spoken) {
        return waiting == null || waiting.turn() == null
                ? null
                : spoken.say(
                        "say.turn." + waiting.turn().reason(),
                        Wording.moment(waiting.turn().untilAt(), zone(), spoken.language()));
    }

    private @Nullable String whose(@Nullable Promise next, ConsoleTexts spoken) {
        return next == null
                ? null
                : spoken.say(
                        "say.whose",
                        spoken.of("desk", next.desk()),
                        terms.get().desk(next.desk()).phone());
    }

    private static Outlook outlook(Promise promise, AnswerCard card) {
        return card.promises().stream()
                .filter(line -> line.promise().equals(promise))
                .map(AnswerCard.PromiseLine::outlook)
                .findFirst()
                .orElse(Outlook.ON_TRACK);
    }

    private List<Action> actions(Found found, ConsoleTexts texts) {
        List<Action> actions = new ArrayList<>();
        boolean owed = found.callback().isPresent();
        if (owed) {
            actions.add(action("reached", 'c', true, texts));
            actions.add(action("no-answer", 'n', false, texts));
        }
        actions.add(action("inquiry", 'i', !owed, texts, channels(texts)));
        if (found.order().isOpen()) {
            actions.add(action("callback", 'b', false, texts, times(found, texts)));
        }
        Customer customer = found.customer();
        if (customer != null) {
            actions.add(action("contact", 'e', false, texts, contact(customer.contact(), texts))
                    .atOnce());
        }
        if (!found.order().isOpen()) {
            actions.add(RepairPanels.begin(found.order(), texts));
        }
        if (found.order().isOpen()) {
            actions.add(action("quantity", 'q', false, texts, quantity(found.order(), texts)));
            actions.add(action(
                    "cancel",
                    'x',
                    false,
                    texts,
                    new Action.Field("reason", texts.say("field.reason"), Action.Type.TEXT, List.of(), true)));
        }
        return actions;
    }

    private static Action.Field[] quantity(Order order, ConsoleTexts texts) {
        List<Action.Choice> articles = order.lines().stream()
                .collect(Collectors.toMap(OrderLine::sku, line -> line, (one, same) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .map(line -> new Action.Choice(line.sku(), line.name()))
                .toList();
        return new Action.Field[] {
            new Action.Field("sku", texts.say("field.article"), Action.Type.CHOICE, articles, true),
            new Action.Field("pieces", texts.say("field.pieces"), Action.Type.NUMBER, List.of(), true)
        };
    }

    private static Action action(String name, char key, boolean primary, ConsoleTexts texts, Action.Field... fields) {
        return new Action(name, texts.say("do." + name), texts.say("effect." + name), key, primary, List.of(fields));
    }

    private static Action.Field channels(ConsoleTexts texts) {
        List<Action.Choice> channels = Stream.of(InquiryChannel.values())
                .map(channel -> new Action.Choice(channel.name(), texts.of("channel", channel)))
                .toList();
        return new Action.Field("channel", texts.say("field.channel"), Action.Type.CHOICE, channels, true);
    }

    private Action.Field times(Found found, ConsoleTexts texts) {
        List<Action.Choice> times = callBackTimes.of(found.order().journeyId(), PromiseKind.CALLBACK).stream()
                .map(at -> new Action.Choice(at.toString(), Wording.moment(at, zone(), texts.language())))
                .toList();
        return new Action.Field("at", texts.say("field.at"), Action.Type.CHOICE, times, true);
    }

    private static Action.Field[] contact(CustomerContact contact, ConsoleTexts texts) {
        return new Action.Field[] {
            text("name", contact.name(), true, texts),
            text("phone", contact.phone(), false, texts),
            text("email", contact.email(), false, texts)
        };
    }

    private static Action.Field text(String name, @Nullable String value, boolean required, ConsoleTexts texts) {
        return new Action.Field(name, texts.say("field." + name), Action.Type.TEXT, List.of(), required, value);
    }

    private ZoneId zone() {
        return terms.get().zone();
    }
}
