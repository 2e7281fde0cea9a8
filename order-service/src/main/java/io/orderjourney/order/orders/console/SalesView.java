package io.orderjourney.order.orders.console;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.console.desk.Action;
import io.orderjourney.console.desk.Panel;
import io.orderjourney.console.desk.QueueRow;
import io.orderjourney.console.desk.Urgency;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.orders.PickupOffer;
import io.orderjourney.order.orders.Order;
import io.orderjourney.order.orders.usecase.ReadSalesQueue.Call;
import io.orderjourney.order.orders.usecase.ReadSalesQueue.Work;
import io.orderjourney.promises.Outlook;
import io.orderjourney.promises.Wording;
import io.orderjourney.promises.usecase.CallBackTimes;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
                OrderFacts.name(work.customer(), texts),
                OrderFacts.phone(work.customer()),
                order.language(),
                texts.say("task"),
                call.promise().dueAt(),
                Urgency.of(call.promise().dueAt(), atRisk, call.outlook() == Outlook.WAITING, clock.instant(), zone()),
                atRisk ? texts.of("risk", call.expectation().cause()) : null,
                details(work, call, texts)));
    }

    private List<String> details(Work work, Call call, ConsoleTexts texts) {
        Order order = work.order();
        List<String> details = new ArrayList<>(List.of(OrderFacts.goods(order), OrderFacts.total(order, texts)));
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
                order.number() + " · " + OrderFacts.name(work.customer(), texts),
                OrderFacts.phone(work.customer()),
                work.call() == null ? null : say(order, spoken),
                spoken.language(),
                OrderFacts.of(order, work.customer(), texts, zone()),
                work.call() == null ? List.of() : actions(order, texts),
                String.valueOf(order.version()));
    }

    private String say(Order order, ConsoleTexts spoken) {
        PickupOffer offer = order.pickupOffer();
        return offer == null
                ? spoken.say("say", OrderFacts.goods(order), OrderFacts.total(order, spoken), order.pickupPoint())
                : spoken.say(
                        "say.pickup",
                        OrderFacts.goods(order),
                        OrderFacts.total(order, spoken),
                        order.pickupPoint(),
                        OrderFacts.pickup(offer, spoken, zone()));
    }

    private List<Action> actions(Order order, ConsoleTexts texts) {
        List<Action.Choice> times = callBackTimes.of(order.journeyId(), PromiseKind.CONFIRMATION_CALL).stream()
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

    private ZoneId zone() {
        return terms.get().zone();
    }
}
