package io.orderjourney.fulfillment.desk.console;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.fulfillment.desk.usecase.ReadWarehouse;
import io.orderjourney.fulfillment.desk.usecase.ReadWarehouse.Effect;
import io.orderjourney.fulfillment.desk.usecase.ReadWarehouse.Undated;
import io.orderjourney.fulfillment.receiving.PurchaseOrder;
import io.orderjourney.fulfillment.receiving.SupplierScope;
import io.orderjourney.fulfillment.receiving.usecase.BookInArrivalHandler;
import io.orderjourney.fulfillment.receiving.usecase.ChangeEtaHandler;
import io.orderjourney.fulfillment.receiving.usecase.CorrectPurchaseOrderHandler;
import io.orderjourney.fulfillment.receiving.usecase.CountStockHandler;
import io.orderjourney.fulfillment.receiving.usecase.PlacePurchaseOrderHandler;
import io.orderjourney.fulfillment.supply.StockLevel;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.promises.Wording;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** What the warehouse does on its screen, and what each step would lead to. */
@ApplicationScoped
class WarehouseActions {

    /** Before the SKU in the name of a field for pieces. */
    static final String PIECES_OF = "pieces:";

    private final ReadWarehouse warehouse;
    private final BookInArrivalHandler bookIn;
    private final ChangeEtaHandler changeEta;
    private final CorrectPurchaseOrderHandler correct;
    private final PlacePurchaseOrderHandler place;
    private final CountStockHandler counts;
    private final CurrentTerms terms;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    WarehouseActions(
            ReadWarehouse warehouse,
            BookInArrivalHandler bookIn,
            ChangeEtaHandler changeEta,
            CorrectPurchaseOrderHandler correct,
            PlacePurchaseOrderHandler place,
            CountStockHandler counts,
            CurrentTerms terms) {
        this.warehouse = warehouse;
        this.bookIn = bookIn;
        this.changeEta = changeEta;
        this.correct = correct;
        this.place = place;
        this.counts = counts;
        this.terms = terms;
    }

    String act(
            PurchaseOrder order,
            String action,
            Map<String, String> form,
            LongConsumer seen,
            String actor,
            ConsoleTexts texts) {
        Trigger trigger = Trigger.of(actor);
        switch (action) {
            case "book-in" -> {
                Map<String, Integer> pieces = arrived(order, form, texts);
                if (pieces.isEmpty()) {
                    throw Problem.unprocessable("nothing-arrived", texts.say("refused.no-number"));
                }
                boolean isNew = bookIn.bookIn(
                                Forms.text(form, "reference", texts),
                                order.pickupPoint(),
                                order.id(),
                                pieces,
                                null,
                                trigger)
                        .isNew();
                return texts.say(isNew ? "done.book-in" : "done.book-in.before");
            }
            case "eta" -> {
                Instant etaAt = Forms.local(form, "at", zone(), texts);
                String reason = form.getOrDefault("reason", "");
                boolean meant = form.getOrDefault("meant", "").equals("yes");
                changeEta.change(
                        order.id(), SupplierScope.ALL, etaAt, reason.isBlank() ? null : reason, meant, seen, trigger);
                return texts.say("done.eta", moment(etaAt, texts));
            }
            case "correct" -> {
                correct.correct(
                        order.id(), pieces(order, form, texts), Forms.text(form, "reason", texts), seen, trigger);
                return texts.say("done.correct");
            }
            default -> throw unknown();
        }
    }

    String preview(PurchaseOrder order, String action, Map<String, String> form, ConsoleTexts texts) {
        return switch (action) {
            case "book-in" -> {
                Map<String, Integer> pieces = pieces(order, form, texts);
                List<String> words = new ArrayList<>(differences(order, pieces, texts));
                Map<String, Integer> arrived = arrived(order, form, texts);
                if (!arrived.isEmpty()) {
                    Effect effect = warehouse.effect(bookIn.foresee(order.pickupPoint(), order.id(), arrived));
                    words.add(0, texts.say("preview.served", effect.served()));
                }
                yield String.join(" ", words);
            }
            case "eta" -> {
                Instant etaAt = Forms.local(form, "at", zone(), texts);
                yield etaAt.equals(order.etaAt())
                        ? ""
                        : moved(warehouse.effect(changeEta.foresee(order.id(), etaAt)), texts);
            }
            case "correct" -> {
                Effect effect = warehouse.effect(correct.foresee(order.id(), pieces(order, form, texts)));
                yield effect.undated() == 0 && effect.moved() > 0
                        ? moved(effect, texts)
                        : texts.say("preview.undated", effect.undated());
            }
            default -> throw unknown();
        };
    }

    private String moved(Effect effect, ConsoleTexts texts) {
        Instant firstAt = effect.firstAt();
        return firstAt == null
                ? texts.say("preview.moved", effect.moved())
                : texts.say("preview.slipping", effect.moved(), effect.slipping(), moment(firstAt, texts));
    }

    /** Less than was ordered stays expected, more goes to the free shelf: both are said before it is booked in. */
    private static List<String> differences(PurchaseOrder order, Map<String, Integer> pieces, ConsoleTexts texts) {
        return order.lines().stream()
                .flatMap(line -> {
                    int more = pieces.getOrDefault(line.sku(), 0) - line.missing();
                    return more == 0
                            ? Stream.of()
                            : Stream.of(
                                    more > 0
                                            ? texts.say("preview.more", more, line.sku())
                                            : texts.say("preview.less", -more, line.sku()));
                })
                .toList();
    }

    /** The goods of an order without a date were ordered. */
    String ordered(Undated work, String action, Map<String, String> form, String actor, ConsoleTexts texts) {
        if (!action.equals("ordered")) {
            throw unknown();
        }
        String supplier = Forms.text(form, "supplier", texts);
        if (!supplier.matches("[a-z][a-z0-9-]{0,39}")) {
            throw Problem.unprocessable("supplier-code", texts.say("refused.supplier"));
        }
        String sku = Forms.choice(
                form,
                "sku",
                work.goods().lines().stream().map(line -> line.sku()).toList(),
                texts);
        Instant etaAt = Forms.local(form, "at", zone(), texts);
        PurchaseOrder placed = place.place(
                new PurchaseOrder(
                        ids.generate(),
                        supplier,
                        work.pickup().board().pickupPoint(),
                        etaAt,
                        etaAt,
                        null,
                        Instant.EPOCH,
                        List.of(PurchaseOrder.Line.ordered(sku, Forms.positive(form, "pieces", texts))),
                        null,
                        0),
                Trigger.of(actor));
        return texts.say("done.ordered", moment(placed.etaAt(), texts));
    }

    String count(
            StockLevel.Key shelf,
            String action,
            Map<String, String> form,
            LongConsumer seen,
            String actor,
            ConsoleTexts texts) {
        if (!action.equals("count")) {
            throw unknown();
        }
        StockLevel level = counts.count(
                shelf.pickupPoint(), shelf.sku(), Forms.number(form, "pieces", texts), seen, Trigger.of(actor));
        return texts.say("done.count", level.free());
    }

    private static Map<String, Integer> arrived(PurchaseOrder order, Map<String, String> form, ConsoleTexts texts) {
        Map<String, Integer> arrived = pieces(order, form, texts);
        arrived.values().removeIf(pieces -> pieces == 0);
        return arrived;
    }

    private static Map<String, Integer> pieces(PurchaseOrder order, Map<String, String> form, ConsoleTexts texts) {
        Map<String, Integer> pieces = new TreeMap<>();
        order.skus().forEach(sku -> {
            if (form.containsKey(PIECES_OF + sku)) {
                pieces.put(sku, Forms.number(form, PIECES_OF + sku, texts));
            }
        });
        return pieces;
    }

    private String moment(Instant at, ConsoleTexts texts) {
        return Wording.moment(at, zone(), texts.language());
    }

    private ZoneId zone() {
        return terms.get().zone();
    }

    private static Problem unknown() {
        return Problem.notFound("action-not-found", "There is no such action at this desk.");
    }
}
