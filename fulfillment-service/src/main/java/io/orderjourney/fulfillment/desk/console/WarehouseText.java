package io.orderjourney.fulfillment.desk.console;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.console.desk.Action;
import io.orderjourney.console.desk.Panel;
import io.orderjourney.console.desk.Panel.Extra;
import io.orderjourney.console.desk.QueueRow;
import io.orderjourney.console.desk.Urgency;
import io.orderjourney.fulfillment.desk.usecase.ReadWarehouse;
import io.orderjourney.fulfillment.desk.usecase.ReadWarehouse.Delivery;
import io.orderjourney.fulfillment.desk.usecase.ReadWarehouse.Sending;
import io.orderjourney.fulfillment.desk.usecase.ReadWarehouse.Shelf;
import io.orderjourney.fulfillment.desk.usecase.ReadWarehouse.Undated;
import io.orderjourney.fulfillment.desk.usecase.ReadWarehouse.Work;
import io.orderjourney.fulfillment.receiving.PurchaseOrder;
import io.orderjourney.fulfillment.supply.Reservations.Waiting;
import io.orderjourney.fulfillment.supply.ReservedLine;
import io.orderjourney.fulfillment.supply.StockLevel;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Wording;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Goods in the words of the warehouse. No customer has a name here but on the label of a parcel. */
@ApplicationScoped
class WarehouseText {

    private final ReadWarehouse warehouse;
    private final ParcelPanel parcels;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    WarehouseText(ReadWarehouse warehouse, ParcelPanel parcels, CurrentTerms terms, BusinessClock clock) {
        this.warehouse = warehouse;
        this.parcels = parcels;
        this.terms = terms;
        this.clock = clock;
    }

    QueueRow row(Work work, ConsoleTexts texts) {
        if (work instanceof Delivery delivery) {
            return row(delivery, texts);
        }
        if (work instanceof Sending sending) {
            return parcels.row(sending, texts);
        }
        return work instanceof Undated undated ? row(undated, texts) : row((Shelf) work, texts);
    }

    private QueueRow row(Delivery delivery, ConsoleTexts texts) {
        PurchaseOrder order = delivery.order();
        Waiting waiting = delivery.waiting();
        int slipping = waiting == null ? 0 : waiting.slipping();
        List<String> details = new ArrayList<>();
        details.add(waiting(waiting, texts));
        if (waiting != null && waiting.nextDueAt() != null) {
            details.add(texts.say("next", moment(waiting.nextDueAt(), texts)));
        }
        if (!order.firstEtaAt().equals(order.etaAt())) {
            details.add(texts.say("first", moment(order.firstEtaAt(), texts)));
        }
        if (order.etaReason() != null) {
            details.add(order.etaReason());
        }
        return new QueueRow(
                order.id(),
                order.pickupPoint(),
                order.supplier(),
                null,
                null,
                order.lines().stream()
                        .map(line -> line.sku() + " " + line.arrived() + "/" + line.quantity())
                        .collect(Collectors.joining(", ")),
                order.etaAt(),
                Urgency.of(order.etaAt(), slipping > 0, false, clock.instant(), zone()),
                slipping > 0 ? texts.say("slipping", slipping) : null,
                details,
                texts.say("part.deliveries"),
                null);
    }

    private static String waiting(@Nullable Waiting waiting, ConsoleTexts texts) {
        if (waiting == null) {
            return texts.say("waiting.none");
        }
        return waiting.orders() >= ReadWarehouse.COUNT_MAX
                ? texts.say("waiting.many", waiting.orders())
                : texts.say("waiting", waiting.orders());
    }

    private QueueRow row(Undated undated, ConsoleTexts texts) {
        Promise update = undated.update();
        Instant dueAt = update == null ? undated.goods().reservedAt() : update.dueAt();
        return new QueueRow(
                undated.pickup().orderId(),
                undated.pickup().board().pickupPoint(),
                undated.pickup().orderNumber(),
                null,
                undated.pickup().language(),
                texts.say("task.undated", missing(undated)),
                dueAt,
                update == null ? Urgency.LATER : Urgency.of(dueAt, false, false, clock.instant(), zone()),
                null,
                update == null ? List.of() : List.of(texts.say("task.update")),
                texts.say("part.undated"),
                null);
    }

    private QueueRow row(Shelf shelf, ConsoleTexts texts) {
        StockLevel level = shelf.level();
        return new QueueRow(
                level.key().address(),
                level.key().pickupPoint(),
                level.key().sku(),
                null,
                null,
                texts.say("task.shelf", level.onHand(), level.free()),
                clock.instant(),
                Urgency.LATER,
                null,
                List.of(),
                null,
                level.key().pickupPoint());
    }

    Panel panel(Work work, ConsoleTexts texts) {
        if (work instanceof Delivery delivery) {
            return panel(delivery, texts);
        }
        if (work instanceof Sending sending) {
            return parcels.panel(sending, texts);
        }
        return work instanceof Undated undated ? panel(undated, texts) : panel((Shelf) work, texts);
    }

    private Panel panel(Delivery delivery, ConsoleTexts texts) {
        PurchaseOrder order = delivery.order();
        List<Panel.Fact> facts = new ArrayList<>();
        fact(facts, texts, "fact.eta", moment(order.etaAt(), texts));
        fact(facts, texts, "fact.first-eta", moment(order.firstEtaAt(), texts));
        if (order.etaReason() != null) {
            fact(facts, texts, "fact.reason", order.etaReason());
        }
        order.lines().forEach(line -> facts.add(new Panel.Fact(line.sku(), arrived(line, texts))));
        if (order.closeReason() != null) {
            fact(facts, texts, "fact.closed", order.closeReason());
        }
        fact(facts, texts, "fact.waiting", waiting(delivery, texts));
        fact(facts, texts, "fact.ordered", moment(order.orderedAt(), texts));
        return panel(
                order.id(),
                order.supplier() + " · " + order.pickupPoint(),
                facts,
                order.isOpen() ? actions(order, texts) : List.of(),
                Set.of(),
                order.version());
    }

    private static String arrived(PurchaseOrder.Line line, ConsoleTexts texts) {
        return line.cancelled() == 0
                ? texts.say("line", line.arrived(), line.quantity())
                : texts.say("line.cancelled", line.arrived(), line.quantity(), line.cancelled());
    }

    private String waiting(Delivery delivery, ConsoleTexts texts) {
        String count = waiting(delivery.waiting(), texts);
        if (delivery.waiting() == null) {
            return count;
        }
        return warehouse.waitingFor(delivery.order().id()).stream()
                .map(customer -> customer.promisedAt() == null
                        ? customer.orderNumber()
                        : texts.say("waits", customer.orderNumber(), moment(customer.promisedAt(), texts)))
                .collect(Collectors.joining(", ", count + ": ", ""));
    }

    private List<Action> actions(PurchaseOrder order, ConsoleTexts texts) {
        List<PurchaseOrder.Line> missing =
                order.lines().stream().filter(line -> line.missing() > 0).toList();
        List<Action.Field> arrival = new ArrayList<>(List.of(
                new Action.Field("reference", texts.say("field.reference"), Action.Type.TEXT, List.of(), true)));
        arrival.addAll(pieces(missing, "field.arrived", PurchaseOrder.Line::missing, texts));
        List<Action.Field> still = new ArrayList<>(pieces(missing, "field.still", line -> 0, texts));
        Action.Field reason = new Action.Field("reason", texts.say("field.reason"), Action.Type.TEXT, List.of(), true);
        still.add(reason);
        return List.of(
                action("book-in", 'b', true, arrival, true, texts),
                action(
                        "eta",
                        'e',
                        false,
                        List.of(
                                time(order.etaAt(), texts),
                                new Action.Field("reason", reason.label(), Action.Type.TEXT, List.of(), false),
                                new Action.Field(
                                        "meant",
                                        texts.say("field.meant"),
                                        Action.Type.CHOICE,
                                        List.of(
                                                new Action.Choice("no", texts.say("meant.no")),
                                                new Action.Choice("yes", texts.say("meant.yes"))),
                                        true)),
                        true,
                        texts),
                action("correct", 'x', false, still, true, texts));
    }

    private static List<Action.Field> pieces(
            List<PurchaseOrder.Line> lines,
            String label,
            Function<PurchaseOrder.Line, Integer> value,
            ConsoleTexts texts) {
        return lines.stream()
                .map(line -> new Action.Field(
                        WarehouseActions.PIECES_OF + line.sku(),
                        texts.say(label, line.sku()),
                        Action.Type.NUMBER,
                        List.of(),
                        true,
                        String.valueOf(value.apply(line))))
                .toList();
    }

    private Panel panel(Undated undated, ConsoleTexts texts) {
        List<Panel.Fact> facts = new ArrayList<>();
        String missing = missing(undated);
        if (!missing.isEmpty()) {
            fact(facts, texts, "fact.missing", missing);
        }
        fact(
                facts,
                texts,
                "fact.goods",
                undated.goods().lines().stream()
                        .map(line -> line.quantity() + " × " + line.name())
                        .collect(Collectors.joining(", ")));
        fact(facts, texts, "fact.point", undated.pickup().board().pickupPoint());
        fact(facts, texts, "fact.since", moment(undated.goods().reservedAt(), texts));
        if (undated.update() != null) {
            fact(facts, texts, "fact.update", moment(undated.update().dueAt(), texts));
        }
        return panel(
                undated.pickup().orderId(),
                undated.pickup().orderNumber(),
                facts,
                missing.isEmpty() || undated.pickup().isClosed() ? List.of() : List.of(ordered(undated, texts)),
                Set.of(Extra.CARD),
                undated.pickup().version());
    }

    private Action ordered(Undated undated, ConsoleTexts texts) {
        List<ReservedLine> lines = undated.goods().lines().stream()
                .filter(line -> line.unknown() > 0)
                .toList();
        List<Action.Choice> items = lines.stream()
                .map(line -> new Action.Choice(line.sku(), line.name()))
                .toList();
        return action(
                "ordered",
                'o',
                true,
                List.of(
                        new Action.Field("sku", texts.say("field.item"), Action.Type.CHOICE, items, true),
                        new Action.Field(
                                "pieces",
                                texts.say("field.pieces"),
                                Action.Type.NUMBER,
                                List.of(),
                                true,
                                String.valueOf(lines.get(0).unknown())),
                        new Action.Field("supplier", texts.say("field.supplier"), Action.Type.TEXT, List.of(), true),
                        new Action.Field("at", texts.say("field.at"), Action.Type.TIME, List.of(), true)),
                false,
                texts);
    }

    private Panel panel(Shelf shelf, ConsoleTexts texts) {
        StockLevel level = shelf.level();
        List<Panel.Fact> facts = new ArrayList<>();
        fact(facts, texts, "fact.on-hand", String.valueOf(level.onHand()));
        fact(facts, texts, "fact.reserved", String.valueOf(level.reserved()));
        fact(facts, texts, "fact.free", String.valueOf(level.free()));
        shelf.incoming()
                .forEach(coming -> fact(
                        facts,
                        texts,
                        "fact.coming",
                        coming.pieces() + " · " + coming.supplier() + " · " + moment(coming.etaAt(), texts)));
        return panel(
                level.key().address(),
                level.key().sku() + " · " + level.key().pickupPoint(),
                facts,
                List.of(action(
                        "count",
                        '=',
                        true,
                        List.of(new Action.Field(
                                "pieces",
                                texts.say("field.counted"),
                                Action.Type.NUMBER,
                                List.of(),
                                true,
                                String.valueOf(level.onHand()))),
                        false,
                        texts)),
                Set.of(),
                level.version());
    }

    private static Panel panel(
            UUID id, String heading, List<Panel.Fact> facts, List<Action> actions, Set<Extra> extras, long version) {
        return new Panel(id, heading, null, null, "en", List.of(), facts, actions, extras, String.valueOf(version));
    }

    private Action.Field time(Instant at, ConsoleTexts texts) {
        String value = LocalDateTime.ofInstant(at, zone())
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
        return new Action.Field("at", texts.say("field.at"), Action.Type.TIME, List.of(), true, value);
    }

    private static Action action(
            String name, char key, boolean primary, List<Action.Field> fields, boolean previews, ConsoleTexts texts) {
        return new Action(name, texts.say("do." + name), texts.say("effect." + name), key, primary, fields, previews);
    }

    private static String missing(Undated undated) {
        return undated.goods().lines().stream()
                .filter(line -> line.unknown() > 0)
                .map(line -> line.unknown() + " × " + line.name() + " (" + line.sku() + ")")
                .collect(Collectors.joining(", "));
    }

    private static void fact(List<Panel.Fact> facts, ConsoleTexts texts, String label, String value) {
        facts.add(new Panel.Fact(texts.say(label), value));
    }

    private String moment(Instant at, ConsoleTexts texts) {
        return Wording.moment(at, zone(), texts.language());
    }

    private ZoneId zone() {
        return terms.get().zone();
    }
}
