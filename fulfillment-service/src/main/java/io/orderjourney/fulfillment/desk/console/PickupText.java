package io.orderjourney.fulfillment.desk.console;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.console.desk.Action;
import io.orderjourney.console.desk.Panel;
import io.orderjourney.console.desk.Panel.Extra;
import io.orderjourney.console.desk.QueueRow;
import io.orderjourney.console.desk.Slip;
import io.orderjourney.console.desk.Urgency;
import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.fulfillment.desk.usecase.ReadCounter.Part;
import io.orderjourney.fulfillment.desk.usecase.ReadCounter.Row;
import io.orderjourney.fulfillment.desk.usecase.ReadCounter.Work;
import io.orderjourney.fulfillment.pickup.GateBoard;
import io.orderjourney.fulfillment.pickup.GateState;
import io.orderjourney.fulfillment.pickup.LossReason;
import io.orderjourney.fulfillment.pickup.PartsPolicy;
import io.orderjourney.fulfillment.pickup.Pickup;
import io.orderjourney.fulfillment.pickup.usecase.CounterSlots;
import io.orderjourney.fulfillment.supply.ReservedLine;
import io.orderjourney.promises.Outlook;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Wording;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An order in the words of the counter. */
@ApplicationScoped
class PickupText {

    /** Free hours to choose from. */
    private static final int HOURS_MAX = 24;

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final CurrentTerms terms;
    private final CounterSlots slots;
    private final PackingActions packing;
    private final BusinessClock clock;

    PickupText(CurrentTerms terms, CounterSlots slots, PackingActions packing, BusinessClock clock) {
        this.terms = terms;
        this.slots = slots;
        this.packing = packing;
        this.clock = clock;
    }

    QueueRow row(Row row, ConsoleTexts texts) {
        Work work = row.work();
        Promise promise = row.promise();
        boolean atRisk = row.outlook() == Outlook.AT_RISK;
        boolean customers = row.part() != Part.COMING || row.outlook() == Outlook.WAITING;
        String hour = row.part() == Part.TODAY ? hours(promise) : null;
        return new QueueRow(
                work.pickup().orderId(),
                work.pickup().orderNumber(),
                name(work, texts),
                null,
                work.pickup().language(),
                row.part() == Part.COMING
                        ? texts.say("task.coming", gates(work.pickup().board().closedGates(), texts))
                        : texts.of("task", promise.kind() + (row.part() == Part.WAITING ? ".waiting" : "")),
                dueAt(promise),
                row.part() == Part.TODAY
                        ? Urgency.TODAY
                        : Urgency.of(dueAt(promise), atRisk, customers, clock.instant(), zone()),
                atRisk && row.part() == Part.COMING
                        ? texts.of("risk", row.expectation().cause())
                        : null,
                details(work, texts),
                texts.of("part", row.part()),
                hour);
    }

    /** An order that was searched for, wherever it stands. */
    QueueRow match(Work work, ConsoleTexts texts) {
        Pickup pickup = work.pickup();
        Instant shownAt = work.own().map(PickupText::dueAt).orElse(pickup.placedAt());
        return new QueueRow(
                pickup.orderId(),
                pickup.orderNumber(),
                name(work, texts),
                null,
                pickup.language(),
                state(pickup, texts),
                shownAt,
                pickup.isNotified() ? Urgency.WAITING : Urgency.LATER,
                null,
                details(work, texts));
    }

    private String state(Pickup pickup, ConsoleTexts texts) {
        if (pickup.isHandedOver()) {
            return texts.say("state.handed-over");
        }
        if (pickup.end() != null) {
            return texts.say("state.ended");
        }
        return pickup.board().isReady()
                ? texts.say("state.ready")
                : texts.say("task.coming", gates(pickup.board().closedGates(), texts));
    }

    private List<String> details(Work work, ConsoleTexts texts) {
        String pay = pay(work, texts);
        boolean due = PartsPolicy.amountDue(work.pickup(), PartsText.of(work)) != null;
        return Stream.concat(
                        work.fastLane(clock.instant()).stream().map(lane -> texts.of("first", lane)),
                        Stream.of(goods(work), due ? texts.say("pay.amount", pay) : pay))
                .toList();
    }

    Panel panel(Work work, ConsoleTexts texts) {
        Pickup pickup = work.pickup();
        return new Panel(
                pickup.orderId(),
                pickup.orderNumber() + " · " + name(work, texts),
                work.customer() == null ? null : work.customer().phone(),
                null,
                texts.language(),
                pickup.isClosed() ? List.of() : checks(work, texts),
                facts(work, texts),
                pickup.isClosed() ? List.of() : actions(work, texts),
                pickup.isClosed() ? Set.of(Extra.CARD) : Set.of(Extra.CARD, Extra.SLIP),
                String.valueOf(pickup.version()));
    }

    private List<Panel.Check> checks(Work work, ConsoleTexts texts) {
        GateBoard board = work.pickup().board();
        return board.gates().keySet().stream()
                .sorted()
                .map(gate -> check(gate, board.state(gate), work, texts))
                .toList();
    }

    private Panel.Check check(Gate gate, GateState state, Work work, ConsoleTexts texts) {
        String label = texts.of("gate", gate);
        Instant openedAt = state.openedAt();
        if (state.isOpen() && openedAt != null) {
            return new Panel.Check(label, true, texts.say("gate.since", shortly(openedAt, texts)), null);
        }
        Desk opens = gate == Gate.GOODS_AT_PICKUP_POINT && !isHere(work) ? Desk.WAREHOUSE : GateBoard.ownerOf(gate);
        List<String> why = new ArrayList<>();
        if (state.closeReason() != null) {
            why.add(state.closeReason());
        }
        if (gate == Gate.GOODS_AT_PICKUP_POINT && !isHere(work)) {
            Instant expectedAt = work.goods().supply().expectedAt();
            why.add(
                    expectedAt == null
                            ? texts.say("goods.unknown")
                            : texts.say("goods.expected", moment(expectedAt, texts)));
        }
        why.add(texts.say("gate.opens", texts.of("owner", opens)));
        return new Panel.Check(
                label,
                false,
                String.join(" · ", why),
                opens == Desk.PICKUP_POINT ? null : terms.get().desk(opens).phone());
    }

    private static boolean isHere(Work work) {
        return work.goods().supply().isOnShelf();
    }

    private List<Panel.Fact> facts(Work work, ConsoleTexts texts) {
        Pickup pickup = work.pickup();
        List<Panel.Fact> facts = new ArrayList<>();
        work.fastLane(clock.instant()).ifPresent(lane -> fact(facts, texts, "fact.first", texts.of("first", lane)));
        Instant handedOverAt = pickup.handedOverAt();
        if (handedOverAt != null) {
            fact(facts, texts, "fact.handed-over", moment(handedOverAt, texts) + ", " + pickup.handedOverBy());
        } else if (pickup.end() != null) {
            fact(facts, texts, "fact.state", texts.say("state.ended"));
        } else {
            fact(facts, texts, "fact.identity", name(work, texts));
            fact(facts, texts, "fact.pay", pay(work, texts));
        }
        if (!pickup.isClosed()) {
            facts.addAll(packing.facts(pickup.customerId(), texts));
        }
        facts.addAll(PartsText.goods(work, texts));
        work.open(PromiseKind.PICKUP_SLOT)
                .ifPresent(slot -> fact(
                        facts,
                        texts,
                        slot.isWaiting() ? "fact.kept" : "fact.agreed",
                        slot.isWaiting() ? moment(dueAt(slot), texts) : date(slot, texts)));
        work.open(PromiseKind.PICKUP_READY).ifPresent(ready -> fact(facts, texts, "fact.promised", date(ready, texts)));
        work.open(PromiseKind.REST_READY)
                .ifPresent(rest -> fact(facts, texts, "fact.promised.rest", date(rest, texts)));
        if (!pickup.isClosed()) {
            fact(facts, texts, "fact.told", texts.say(pickup.isNotified() ? "yes" : "no"));
        }
        fact(facts, texts, "fact.language", pickup.language());
        fact(facts, texts, "fact.point", pickup.board().pickupPoint());
        return facts;
    }

    private static void fact(List<Panel.Fact> facts, ConsoleTexts texts, String label, String value) {
        facts.add(new Panel.Fact(texts.say(label), value));
    }

    private List<Action> actions(Work work, ConsoleTexts texts) {
        Pickup pickup = work.pickup();
        GateBoard board = pickup.board();
        List<Action> actions = new ArrayList<>();
        if (board.isReady()) {
            actions.add(PartsText.handOver(work, texts));
            Action.Field code = new Action.Field("code", texts.say("field.code"), Action.Type.TEXT, List.of(), true);
            List<Action.Field> shown = Stream.concat(Stream.of(code), PartsText.restFields(work, texts).stream())
                    .toList();
            // Whether the code is right is said while the person stands there.
            actions.add(action("by-code", 'c', false, shown, texts).atOnce());
        } else if (!pickup.inParts() && PartsText.of(work).isSplit()) {
            actions.add(action("parts", 't', false, List.of(), texts));
        }
        if (pickup.isServedBy(PartsText.of(work))
                && board.state(Gate.GOODS_AT_PICKUP_POINT).wasOpen()
                && !board.isOpen(Gate.GOODS_AT_PICKUP_POINT)) {
            actions.add(action("found", 'o', actions.isEmpty(), List.of(), texts));
        }
        actions.add(action("somebody-else", 'e', false, List.of(), texts));
        if (board.isOpen(Gate.BANK_PAPERS)) {
            actions.add(action("papers", 'p', false, List.of(), texts));
        }
        work.open(PromiseKind.PICKUP_SLOT).filter(slot -> board.isReady()).ifPresent(slot -> {
            actions.add(action("slot", 's', false, List.of(hours(work.pickup(), texts)), texts));
            if (slot.isWaiting() && pickup.extendedReadiness() != board.readiness()) {
                actions.add(action("longer", 'l', false, List.of(), texts));
            }
        });
        if (work.goods().lines().stream().anyMatch(PartsText::isOnShelf)) {
            actions.add(action("damaged", 'd', false, lossFields(work, texts), texts));
            actions.addAll(packing.actions(pickup.customerId(), texts));
        }
        return actions;
    }

    private Action.Field hours(Pickup pickup, ConsoleTexts texts) {
        List<Action.Choice> free = slots.free(pickup, clock.instant(), HOURS_MAX).stream()
                .map(window -> new Action.Choice(window.startAt().toString(), moment(window.startAt(), texts)))
                .toList();
        return new Action.Field("at", texts.say("field.hour"), Action.Type.CHOICE, free, true);
    }

    private static List<Action.Field> lossFields(Work work, ConsoleTexts texts) {
        List<Action.Choice> lines = work.goods().lines().stream()
                .filter(PartsText::isOnShelf)
                .map(line -> new Action.Choice(line.sku(), line.name()))
                .toList();
        List<Action.Choice> reasons = Stream.of(LossReason.values())
                .map(reason -> new Action.Choice(reason.name(), texts.of("loss", reason)))
                .toList();
        return List.of(
                new Action.Field("sku", texts.say("field.piece"), Action.Type.CHOICE, lines, true),
                new Action.Field("pieces", texts.say("field.pieces"), Action.Type.NUMBER, List.of(), true, "1"),
                new Action.Field("reason", texts.say("field.reason"), Action.Type.CHOICE, reasons, true));
    }

    private static Action action(
            String name, char key, boolean primary, List<Action.Field> fields, ConsoleTexts texts) {
        return new Action(name, texts.say("do." + name), texts.say("effect." + name), key, primary, fields);
    }

    /** @param spoken texts in the customer's language */
    Slip slip(Work work, ConsoleTexts spoken) {
        Pickup pickup = work.pickup();
        List<Panel.Fact> facts = new ArrayList<>();
        fact(facts, spoken, "fact.pay", pay(work, spoken));
        work.open(PromiseKind.PICKUP_SLOT)
                .ifPresent(slot -> fact(
                        facts,
                        spoken,
                        slot.isWaiting() ? "fact.kept" : "fact.agreed",
                        slot.isWaiting() ? moment(dueAt(slot), spoken) : date(slot, spoken)));
        return new Slip(
                pickup.orderNumber(),
                spoken.say("slip.title", pickup.board().pickupPoint()),
                name(work, spoken),
                PartsText.withSlip(work).stream().map(PickupText::goods).toList(),
                facts,
                spoken.language());
    }

    /** E.g. "Goods are here, Bank's papers are here". */
    String gates(List<Gate> gates, ConsoleTexts texts) {
        return gates.stream().map(gate -> texts.of("gate.short", gate)).collect(Collectors.joining(", "));
    }

    private static String goods(Work work) {
        return goods(work.goods().lines().stream());
    }

    static String goods(Stream<ReservedLine> lines) {
        return lines.map(PickupText::goods).collect(Collectors.joining(", "));
    }

    private static String goods(ReservedLine line) {
        return line.quantity() == 1 ? line.name() : line.quantity() + " × " + line.name();
    }

    private static String pay(Work work, ConsoleTexts texts) {
        Pickup pickup = work.pickup();
        Money due = PartsPolicy.amountDue(pickup, PartsText.of(work));
        if (due == null && pickup.payment() != PaymentMethod.ON_PICKUP) {
            return texts.of("pay", pickup.payment());
        }
        return due == null ? texts.say("pay.unknown") : texts.money(due.amountMinor(), due.currency());
    }

    private static String name(Work work, ConsoleTexts texts) {
        return work.customer() == null
                ? texts.say("customer.unknown")
                : work.customer().name();
    }

    /** Until when the goods are kept, while it is the customer's turn. */
    private static Instant dueAt(Promise promise) {
        return promise.turn() == null ? promise.dueAt() : promise.turn().untilAt();
    }

    private String hours(Promise promise) {
        return HOUR.format(promise.anchorAt().atZone(zone()))
                + "–"
                + HOUR.format(promise.dueAt().atZone(zone()));
    }

    private String date(Promise promise, ConsoleTexts texts) {
        return Wording.date(promise.precision(), promise.windowStartAt(), promise.dueAt(), zone(), texts.language());
    }

    /** The hour alone, if it is today's. */
    private String shortly(Instant at, ConsoleTexts texts) {
        LocalDate day = at.atZone(zone()).toLocalDate();
        return day.equals(clock.instant().atZone(zone()).toLocalDate())
                ? HOUR.format(at.atZone(zone()))
                : moment(at, texts);
    }

    private String moment(@Nullable Instant at, ConsoleTexts texts) {
        return at == null ? "" : Wording.moment(at, zone(), texts.language());
    }

    private ZoneId zone() {
        return terms.get().zone();
    }
}
