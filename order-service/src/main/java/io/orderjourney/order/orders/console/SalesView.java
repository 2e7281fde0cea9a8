package io.orderjourney.order.orders.console;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.console.desk.Action;
import io.orderjourney.console.desk.Panel;
import io.orderjourney.console.desk.QueueRow;
import io.orderjourney.console.desk.Urgency;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.orders.PickupOffer;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.order.orders.Order;
import io.orderjourney.order.orders.usecase.CallBackTimes;
import io.orderjourney.order.orders.usecase.ReadSalesQueue.Call;
import io.orderjourney.order.orders.usecase.ReadSalesQueue.Work;
import io.orderjourney.promises.Outlook;
import io.orderjourney.promises.Wording;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An order in the words of SALES' screen. */
@ApplicationScoped
class SalesView {

    private final CallBackTimes callBackTimes;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    SalesView(CallBackTimes callBackTimes, CurrentTerms terms, BusinessClock clock) {
        this.callBackTimes = callBackTimes;
        this.terms = terms;
        this.clock = clock;
    }

    /** Empty once the call is made. */
    Optional<QueueRow> row(Work work, ConsoleTexts texts) {
        Call call = work.call();
        if (call == null) {
            return Optional.empty();
        }
        Order order = work.order();
        boolean atRisk = call.outlook() == Outlook.AT_RISK;
        return Optional.of(new QueueRow(
                order.journeyId(),
                order.number(),
                name(work, texts),
                phone(work),
                order.language(),
                texts.say("task"),
                call.promise().dueAt(),
                Urgency.of(call.promise().dueAt(), atRisk, call.outlook() == Outlook.WAITING, clock.instant(), zone()),
                atRisk ? texts.of("risk", call.expectation().cause()) : null,
                details(work, call, texts)));
    }

    private List<String> details(Work work, Call call, ConsoleTexts texts) {
        Order order = work.order();
        List<String> details = new ArrayList<>(List.of(goods(order), total(order, texts)));
        if (order.callAttempts() > 0) {
            details.add(texts.say("attempts", order.callAttempts()));
        }
        if (call.promise().date().reason() == ReasonCode.CUSTOMER_ASKED) {
            details.add(texts.say("asked"));
        }
        return details;
    }

    /**
     * @param spoken texts in the customer's language
     */
    Panel panel(Work work, ConsoleTexts texts, ConsoleTexts spoken) {
        Order order = work.order();
        return new Panel(
                order.journeyId(),
                order.number() + " · " + name(work, texts),
                phone(work),
                work.call() == null ? null : say(order, spoken),
                spoken.language(),
                facts(work, texts),
                work.call() == null ? List.of() : actions(order, texts),
                String.valueOf(order.version()));
    }

    private String say(Order order, ConsoleTexts spoken) {
        PickupOffer offer = order.pickupOffer();
        return offer == null
                ? spoken.say("say", goods(order), total(order, spoken), order.pickupPoint())
                : spoken.say(
                        "say.pickup", goods(order), total(order, spoken), order.pickupPoint(), pickup(offer, spoken));
    }

    private List<Panel.Fact> facts(Work work, ConsoleTexts texts) {
        Order order = work.order();
        List<Panel.Fact> facts = new ArrayList<>();
        facts.add(new Panel.Fact(texts.say("fact.state"), texts.of("state", order.state())));
        facts.add(new Panel.Fact(texts.say("fact.goods"), goods(order)));
        facts.add(new Panel.Fact(texts.say("fact.total"), total(order, texts)));
        facts.add(new Panel.Fact(texts.say("fact.payment"), texts.of("payment", order.payment())));
        PickupOffer offer = order.pickupOffer();
        facts.add(new Panel.Fact(
                texts.say("fact.pickup"),
                offer == null ? order.pickupPoint() : order.pickupPoint() + ", " + pickup(offer, texts)));
        CustomerContact contact = contact(work);
        if (contact != null && contact.email() != null) {
            facts.add(new Panel.Fact(texts.say("fact.email"), contact.email()));
        }
        facts.add(new Panel.Fact(texts.say("fact.language"), order.language()));
        facts.add(new Panel.Fact(texts.say("fact.attempts"), String.valueOf(order.callAttempts())));
        return facts;
    }

    private List<Action> actions(Order order, ConsoleTexts texts) {
        List<Action.Choice> times = callBackTimes.of(order.journeyId()).stream()
                .map(at -> new Action.Choice(at.toString(), Wording.moment(at, zone(), texts.language())))
                .toList();
        return List.of(
                new Action("reached", texts.say("do.reached"), texts.say("effect.reached"), 'c', true, List.of()),
                new Action(
                        "no-answer", texts.say("do.no-answer"), texts.say("effect.no-answer"), 'n', false, List.of()),
                new Action(
                        "later",
                        texts.say("do.later"),
                        texts.say("effect.later"),
                        't',
                        false,
                        List.of(new Action.Field("at", texts.say("field.at"), Action.Type.CHOICE, times, true))),
                new Action(
                        "cancel",
                        texts.say("do.cancel"),
                        texts.say("effect.cancel"),
                        'x',
                        false,
                        List.of(new Action.Field(
                                "reason", texts.say("field.reason"), Action.Type.TEXT, List.of(), true))));
    }

    private String pickup(PickupOffer offer, ConsoleTexts texts) {
        return Wording.date(offer.precision(), null, offer.readyBy(), zone(), texts.language());
    }

    private static String goods(Order order) {
        return order.lines().stream()
                .map(line -> line.quantity() == 1 ? line.name() : line.quantity() + " × " + line.name())
                .collect(Collectors.joining(", "));
    }

    private static String total(Order order, ConsoleTexts texts) {
        return texts.money(order.total().amountMinor(), order.total().currency());
    }

    private static String name(Work work, ConsoleTexts texts) {
        CustomerContact contact = contact(work);
        return contact == null ? texts.say("erased") : contact.name();
    }

    private static @Nullable String phone(Work work) {
        CustomerContact contact = contact(work);
        return contact == null ? null : contact.phone();
    }

    private static @Nullable CustomerContact contact(Work work) {
        return work.customer() == null ? null : work.customer().contact();
    }

    private ZoneId zone() {
        return terms.get().zone();
    }
}
