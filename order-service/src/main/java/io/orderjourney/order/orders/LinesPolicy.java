package io.orderjourney.order.orders;

import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.orders.LineChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What customers may change about the lines of their order, and until when: everything until the agreement is signed or goods
 * leave the shop. Once the bank was asked, the order costs at most what the bank lends; an order that was paid before costs at
 * most what was paid; and what is ready at the counter does not wait for goods that are added.
 */
public final class LinesPolicy {

    private static final int LINES_MAX = 200;

    private LinesPolicy() {}

    /**
     * How many pieces of an article are wanted from now on.
     *
     * @param quantity 0 for none any more
     * @param name of an article that the order does not have yet; null otherwise
     * @param unitPrice of such an article; one that the order has keeps its price
     */
    public record Wanted(
            String sku,
            int quantity,
            @Nullable String name,
            @Nullable Money unitPrice) {}

    /** The order as it is then, and in what it differs. */
    public record Changed(Order order, List<LineChange> changes) {}

    /** Why a change is refused; the name is its code in the API. */
    public enum Obstacle {
        ARTICLE_TWICE("An article is named twice"),
        ARTICLE_INCOMPLETE("An article that the order does not have yet needs its name and price"),
        TOO_MANY_LINES("An order has at most " + LINES_MAX + " lines"),
        NOTHING_CHANGES("The order is like this already"),
        NOTHING_LEFT("Nothing would be left of the order: cancel it instead"),
        AGREEMENT_SIGNED("The credit agreement is signed for these goods: they can only be given back or cancelled"),
        PART_HANDED_OVER("Some of the goods are with the customer"),
        PARCEL_DISPATCHED("The parcel is with the courier"),
        GOODS_READY("The goods are ready for pickup, and would have to wait for what is added: place another order"),
        CREDIT_AMOUNT_EXCEEDED("The bank was asked for less, and would have to decide again: place another order"),
        PREPAID_AMOUNT_EXCEEDED("The order was paid before and cannot cost more: place another order");

        private final String why;

        Obstacle(String why) {
            this.why = why;
        }

        /** Whether the request is wrong in itself, whatever the state of the order. */
        public boolean isOfTheRequest() {
            return compareTo(NOTHING_CHANGES) <= 0;
        }
    }

    /** The lines cannot change in this way. */
    public static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final Obstacle obstacle;

        Refused(Obstacle obstacle) {
            super(obstacle.why);
            this.obstacle = obstacle;
        }

        public Obstacle obstacle() {
            return obstacle;
        }
    }

    /**
     * @param shownTotal what the customer was shown that all of it costs then; null if they were not
     * @throws Order.TransitionNotAllowed if the journey is over
     * @throws Refused if this change is not allowed, or none
     * @throws OrderTotalPolicy.TotalMismatch if the customer was shown another amount
     * @throws OrderTotalPolicy.CurrencyMismatch if a price is in another currency
     */
    public static Changed changed(Order before, List<Wanted> wanted, @Nullable Money shownTotal) {
        before.requireOpen("have other lines");
        obstacleInState(before).ifPresent(LinesPolicy::refuse);
        Map<String, Wanted> bySku = bySku(wanted);
        List<LineChange> changes = changes(before.lines(), bySku);
        if (changes.isEmpty()) {
            throw new Refused(Obstacle.NOTHING_CHANGES);
        }
        List<OrderLine> lines = lines(before.lines(), bySku);
        if (lines.isEmpty()) {
            throw new Refused(Obstacle.NOTHING_LEFT);
        }
        if (lines.size() > LINES_MAX) {
            throw new Refused(Obstacle.TOO_MANY_LINES);
        }
        Money total = OrderTotalPolicy.sum(lines, before.total().currency());
        if (shownTotal != null) {
            OrderTotalPolicy.require(lines, shownTotal);
        }
        obstacleOf(before, changes, total).ifPresent(LinesPolicy::refuse);
        return new Changed(before.withLines(lines, total), changes);
    }

    /**
     * A part of the goods was not collected in time: the order goes on without it.
     *
     * @throws Order.TransitionNotAllowed if the journey is over
     */
    public static Changed withoutPart(Order before) {
        before.requireOpen("go on without a part");
        List<Wanted> none = before.progress().partHere().stream()
                .map(sku -> new Wanted(sku, 0, null, null))
                .toList();
        Map<String, Wanted> bySku = bySku(none);
        List<OrderLine> rest = lines(before.lines(), bySku);
        Money total = OrderTotalPolicy.sum(rest, before.total().currency());
        Progress left = before.progress().partHere(List.of()).at(Progress.Goods.WITH_SHOP);
        return new Changed(before.with(left).withLines(rest, total), changes(before.lines(), bySku));
    }

    /** What allows no change at all. */
    private static Optional<Obstacle> obstacleInState(Order order) {
        Progress progress = order.progress();
        if (order.payment() == PaymentMethod.CREDIT && progress.agreementSigned()) {
            return Optional.of(Obstacle.AGREEMENT_SIGNED);
        }
        return switch (progress.goods()) {
            case PARTLY_HANDED_OVER -> Optional.of(Obstacle.PART_HANDED_OVER);
            case WITH_COURIER -> Optional.of(Obstacle.PARCEL_DISPATCHED);
            case WITH_SHOP, READY -> Optional.empty();
        };
    }

    /** What allows this change not. */
    private static Optional<Obstacle> obstacleOf(Order before, List<LineChange> changes, Money total) {
        boolean more = changes.stream().anyMatch(change -> change.quantity() > change.quantityBefore());
        if (more && before.progress().goods() == Progress.Goods.READY) {
            return Optional.of(Obstacle.GOODS_READY);
        }
        if (total.amountMinor() <= before.total().amountMinor()) {
            return Optional.empty();
        }
        return switch (before.payment()) {
            case PREPAID -> Optional.of(Obstacle.PREPAID_AMOUNT_EXCEEDED);
            case CREDIT ->
                before.creditLimit()
                        .filter(limit -> total.amountMinor() > limit.amountMinor())
                        .map(limit -> Obstacle.CREDIT_AMOUNT_EXCEEDED);
            case ON_PICKUP -> Optional.empty();
        };
    }

    private static Map<String, Wanted> bySku(List<Wanted> wanted) {
        Map<String, Wanted> bySku = new LinkedHashMap<>();
        for (Wanted one : wanted) {
            if (bySku.put(one.sku(), one) != null) {
                throw new Refused(Obstacle.ARTICLE_TWICE);
            }
        }
        return bySku;
    }

    private static List<LineChange> changes(List<OrderLine> before, Map<String, Wanted> wanted) {
        List<LineChange> changes = new ArrayList<>();
        wanted.forEach((sku, now) -> {
            List<OrderLine> known =
                    before.stream().filter(line -> line.sku().equals(sku)).toList();
            int quantityBefore = known.stream().mapToInt(OrderLine::quantity).sum();
            if (quantityBefore != now.quantity()) {
                String name = known.isEmpty() ? now.name() : known.get(0).name();
                if (name == null || (known.isEmpty() && now.unitPrice() == null)) {
                    throw new Refused(Obstacle.ARTICLE_INCOMPLETE);
                }
                changes.add(new LineChange(sku, name, quantityBefore, now.quantity()));
            }
        });
        return changes;
    }

    /** An article in several lines gets fewer pieces from its last lines on, and more in the last. */
    private static List<OrderLine> lines(List<OrderLine> before, Map<String, Wanted> wanted) {
        Map<String, Integer> left = new LinkedHashMap<>();
        wanted.forEach((sku, one) -> left.put(sku, one.quantity()));
        List<OrderLine> lines = new ArrayList<>();
        for (int index = 0; index < before.size(); index++) {
            OrderLine line = before.get(index);
            String sku = line.sku();
            Integer rest = left.get(sku);
            if (rest == null) {
                lines.add(line);
                continue;
            }
            boolean last = before.subList(index + 1, before.size()).stream()
                    .noneMatch(later -> later.sku().equals(sku));
            int quantity = last ? rest : Math.min(rest, line.quantity());
            left.put(sku, rest - quantity);
            if (quantity > 0) {
                lines.add(new OrderLine(sku, line.name(), quantity, line.unitPrice()));
            }
        }
        left.forEach((sku, quantity) -> {
            if (quantity > 0) {
                Wanted added = Objects.requireNonNull(wanted.get(sku));
                lines.add(new OrderLine(
                        sku,
                        Objects.requireNonNull(added.name()),
                        quantity,
                        Objects.requireNonNull(added.unitPrice())));
            }
        });
        return lines;
    }

    private static void refuse(Obstacle obstacle) {
        throw new Refused(obstacle);
    }
}
