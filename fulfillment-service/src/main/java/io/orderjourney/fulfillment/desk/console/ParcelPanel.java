package io.orderjourney.fulfillment.desk.console;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.console.desk.Action;
import io.orderjourney.console.desk.Panel;
import io.orderjourney.console.desk.QueueRow;
import io.orderjourney.console.desk.Urgency;
import io.orderjourney.contracts.state.DeliveryAddress;
import io.orderjourney.fulfillment.contacts.Contact;
import io.orderjourney.fulfillment.delivery.Parcel;
import io.orderjourney.fulfillment.delivery.ParcelStage;
import io.orderjourney.fulfillment.delivery.usecase.DispatchParcelHandler;
import io.orderjourney.fulfillment.desk.usecase.ReadWarehouse.Sending;
import io.orderjourney.fulfillment.packing.PackingPromise;
import io.orderjourney.fulfillment.receiving.usecase.CheckInReturnHandler;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Wording;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** Parcels on the warehouse's screen: what goes out today, the label, and the one thing to do. */
@ApplicationScoped
class ParcelPanel {

    private final DispatchParcelHandler dispatch;
    private final CheckInReturnHandler checkIn;
    private final PackingActions packing;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    ParcelPanel(
            DispatchParcelHandler dispatch,
            CheckInReturnHandler checkIn,
            PackingActions packing,
            CurrentTerms terms,
            BusinessClock clock) {
        this.dispatch = dispatch;
        this.checkIn = checkIn;
        this.packing = packing;
        this.terms = terms;
        this.clock = clock;
    }

    QueueRow row(Sending sending, ConsoleTexts texts) {
        Parcel parcel = sending.parcel();
        Promise due = sending.due();
        boolean goesOut = parcel.stage() == ParcelStage.PREPARING;
        Instant dueAt = due == null ? parcel.stageAt() : due.dueAt();
        return new QueueRow(
                parcel.orderId(),
                parcel.dispatchPoint(),
                parcel.orderNumber(),
                null,
                null,
                texts.say("parcel." + parcel.stage()) + ": " + goods(sending),
                dueAt,
                due == null ? Urgency.LATER : Urgency.of(dueAt, false, false, clock.instant(), zone()),
                null,
                List.of(),
                texts.say(goesOut ? "part.dispatch" : "part.returns"),
                null);
    }

    Panel panel(Sending sending, ConsoleTexts texts) {
        Parcel parcel = sending.parcel();
        List<Panel.Fact> facts = new ArrayList<>();
        facts.add(new Panel.Fact(texts.say("fact.parcel"), texts.say("parcel." + parcel.stage())));
        Contact recipient = sending.recipient();
        if (recipient != null) {
            recipient.addressOf(parcel.orderId()).ifPresent(address -> {
                facts.add(new Panel.Fact(texts.say("fact.recipient"), recipient.name()));
                facts.add(new Panel.Fact(texts.say("fact.address"), label(address)));
                if (recipient.phone() != null) {
                    facts.add(new Panel.Fact(texts.say("fact.phone"), recipient.phone()));
                }
            });
        }
        if (parcel.stage() == ParcelStage.PREPARING) {
            facts.addAll(packing.facts(parcel.customerId(), texts));
        }
        facts.add(new Panel.Fact(texts.say("fact.goods"), goods(sending)));
        if (sending.due() != null) {
            facts.add(new Panel.Fact(
                    texts.say("fact.promised"), Wording.moment(sending.due().dueAt(), zone(), texts.language())));
        }
        if (parcel.etaAt() != null) {
            facts.add(new Panel.Fact(texts.say("fact.eta"), Wording.moment(parcel.etaAt(), zone(), texts.language())));
        }
        return new Panel(
                parcel.orderId(),
                parcel.orderNumber(),
                null,
                null,
                "en",
                List.of(),
                facts,
                actions(sending, texts),
                Set.of(Panel.Extra.CARD),
                String.valueOf(parcel.version()));
    }

    private List<Action> actions(Sending sending, ConsoleTexts texts) {
        ParcelStage stage = sending.parcel().stage();
        if (stage == ParcelStage.PREPARING && sending.goods().supply().isOnShelf()) {
            List<Action> actions =
                    new ArrayList<>(packing.actions(sending.parcel().customerId(), texts));
            actions.add(action("dispatch", 'd', texts));
            return actions;
        }
        return stage == ParcelStage.BROUGHT_BACK || stage == ParcelStage.RETURNING
                ? List.of(action("check-in", 'b', texts))
                : List.of();
    }

    private static Action action(String name, char key, ConsoleTexts texts) {
        return new Action(name, texts.say("do." + name), texts.say("effect." + name), key, true, List.of(), false);
    }

    String act(Sending sending, String action, LongConsumer seen, String actor, ConsoleTexts texts) {
        Parcel parcel = sending.parcel();
        if (PackingActions.is(action)) {
            return packing.act(action, parcel.orderId(), parcel.customerId(), actor, texts);
        }
        try {
            switch (action) {
                case "dispatch" -> dispatch.dispatch(parcel.orderId(), seen, Trigger.of(actor));
                case "check-in" -> checkIn.checkIn(parcel.orderId(), seen, Trigger.of(actor));
                default -> throw Problem.notFound("action-not-found", "There is no such action at this desk.");
            }
        } catch (PackingPromise.StillOpen open) {
            throw Problem.conflict("packing-promise-open", texts.say("refused.care-open"));
        } catch (Parcel.Refused refused) {
            throw Problem.transitionNotAllowed(texts.say("refused.parcel"));
        }
        return texts.say("done." + action);
    }

    private static String goods(Sending sending) {
        return sending.goods().lines().stream()
                .map(line -> line.quantity() + " × " + line.name())
                .collect(Collectors.joining(", "));
    }

    private static String label(DeliveryAddress address) {
        return address.street() + ", " + address.postalCode() + " " + address.city() + ", " + address.country();
    }

    private ZoneId zone() {
        return terms.get().zone();
    }
}
