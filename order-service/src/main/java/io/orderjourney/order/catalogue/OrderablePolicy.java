package io.orderjourney.order.catalogue;

import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.state.CatalogueItem;
import io.orderjourney.contracts.state.PickupPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Only what the shop sells can be ordered, and collected only where it hands goods over. */
public final class OrderablePolicy {

    private OrderablePolicy() {}

    /**
     * One thing that cannot be ordered as it is named.
     *
     * @param pointer to the field of the order
     * @param code a stable word for programs
     * @param what for people
     */
    public record Objection(String pointer, String code, String what) {}

    /** The order names something that there is not. */
    public static final class NotOrderable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<Objection> objections;

        public NotOrderable(List<Objection> objections) {
            super(objections.get(0).what());
            this.objections = List.copyOf(objections);
        }

        public List<Objection> objections() {
            return objections;
        }
    }

    /**
     * Everything that stands against an order.
     *
     * @param pickupPoint as the order names it; null for a delivery
     * @param point the point of that code, if it is known
     * @param items the known ones of the articles, by SKU
     */
    public static List<Objection> objections(
            @Nullable String pickupPoint,
            Optional<PickupPoint> point,
            List<OrderLine> lines,
            Map<String, CatalogueItem> items) {
        List<Objection> objections = new ArrayList<>(objections(pickupPoint, point));
        objections.addAll(
                objections(lines.stream().map(line -> Optional.of(line.sku())).toList(), items));
        return objections;
    }

    /**
     * Everything that stands against these articles.
     *
     * @param skus one for each line of the request; empty for a line that asks for nothing
     * @param items the known ones, by SKU
     */
    public static List<Objection> objections(List<Optional<String>> skus, Map<String, CatalogueItem> items) {
        List<Objection> objections = new ArrayList<>();
        for (int line = 0; line < skus.size(); line++) {
            Optional<String> sku = skus.get(line);
            if (sku.isPresent()) {
                objections.addAll(objections("/lines/" + line + "/sku", items.get(sku.get())));
            }
        }
        return objections;
    }

    /**
     * Everything that stands against one article at one place.
     *
     * @param pointer to the field that names the article
     * @param item the article, if it is known
     */
    public static List<Objection> objections(
            String pickupPoint, Optional<PickupPoint> point, String pointer, @Nullable CatalogueItem item) {
        List<Objection> objections = new ArrayList<>(objections(pickupPoint, point));
        objections.addAll(objections(pointer, item));
        return objections;
    }

    private static List<Objection> objections(@Nullable String pickupPoint, Optional<PickupPoint> point) {
        if (pickupPoint == null) {
            return List.of();
        }
        if (point.filter(PickupPoint::counter).isEmpty()) {
            return List.of(new Objection("/pickupPoint", "pickup-point-unknown", "There is no such pickup point."));
        }
        return point.get().closed()
                ? List.of(new Objection("/pickupPoint", "pickup-point-closed", "This pickup point is closed for good."))
                : List.of();
    }

    private static List<Objection> objections(String pointer, @Nullable CatalogueItem item) {
        if (item == null) {
            return List.of(new Objection(pointer, "article-unknown", "There is no such article in the catalogue."));
        }
        return item.discontinued()
                ? List.of(new Objection(pointer, "article-discontinued", "This article is not sold any more."))
                : List.of();
    }
}
