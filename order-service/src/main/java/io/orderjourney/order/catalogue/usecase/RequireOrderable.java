package io.orderjourney.order.catalogue.usecase;

import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.orders.WantedGoods;
import io.orderjourney.contracts.state.CatalogueItem;
import io.orderjourney.order.catalogue.OrderablePolicy;
import io.orderjourney.order.catalogue.OrderablePolicy.NotOrderable;
import io.orderjourney.order.catalogue.OrderablePolicy.Objection;
import io.orderjourney.promises.Catalogue;
import io.orderjourney.promises.DemoShop;
import io.orderjourney.promises.usecase.CurrentTerms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Refuses an order for what there is not, by what this service has learned of the catalogue and the pickup points. */
@ApplicationScoped
public class RequireOrderable {

    private final Catalogue catalogue;
    private final CurrentTerms terms;

    RequireOrderable(Catalogue catalogue, CurrentTerms terms) {
        this.catalogue = catalogue;
        this.terms = terms;
    }

    /** The local stack takes orders from its first second on. */
    void openDemoShop(@Observes DemoShop opened) {
        opened.items().forEach(catalogue::store);
    }

    /** The articles of all these lines that there are, by SKU: asked once for many orders. */
    public Map<String, CatalogueItem> items(Stream<OrderLine> lines) {
        return catalogue.of(lines.map(OrderLine::sku).collect(Collectors.toSet()));
    }

    /**
     * @param pickupPoint where the customer collects the goods; null for a delivery
     * @param items the known articles, see {@link #items}
     * @throws NotOrderable naming each field that is wrong
     */
    public void require(@Nullable String pickupPoint, List<OrderLine> lines, Map<String, CatalogueItem> items) {
        require(OrderablePolicy.objections(pickupPoint, terms.point(pickupPoint), lines, items));
    }

    /**
     * @param skus one for each line of the request; empty for a line that asks for nothing
     * @throws NotOrderable naming each field that is wrong
     */
    public void requireArticles(List<Optional<String>> skus) {
        Set<String> asked = skus.stream().flatMap(Optional::stream).collect(Collectors.toSet());
        require(asked.isEmpty() ? List.of() : OrderablePolicy.objections(skus, catalogue.of(asked)));
    }

    private static void require(List<Objection> objections) {
        if (!objections.isEmpty()) {
            throw new NotOrderable(objections);
        }
    }

    /** What the catalogue calls an article; empty if there is none of this number. */
    public Optional<String> nameOf(String sku) {
        return Optional.ofNullable(catalogue.of(Set.of(sku)).get(sku)).map(CatalogueItem::name);
    }

    /**
     * An article that a customer wants at a pickup point, by the name of the catalogue.
     *
     * @throws NotOrderable naming each field that is wrong
     */
    public WantedGoods wanted(String pickupPoint, String sku) {
        CatalogueItem item = catalogue.of(Set.of(sku)).get(sku);
        List<Objection> objections = OrderablePolicy.objections(pickupPoint, terms.point(pickupPoint), "/sku", item);
        if (item == null || !objections.isEmpty()) {
            throw new NotOrderable(objections);
        }
        return new WantedGoods(sku, item.name(), pickupPoint);
    }
}
