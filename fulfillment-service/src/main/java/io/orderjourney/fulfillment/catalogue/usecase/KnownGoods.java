package io.orderjourney.fulfillment.catalogue.usecase;

import io.orderjourney.contracts.state.CatalogueItem;
import io.orderjourney.fulfillment.catalogue.UnknownGoods;
import io.orderjourney.promises.Catalogue;
import io.orderjourney.promises.usecase.CurrentTerms;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Lets only goods of the catalogue come to places of the shop. A closed point still takes what is on its way. */
@ApplicationScoped
public class KnownGoods {

    private final Catalogue catalogue;
    private final CurrentTerms terms;

    KnownGoods(Catalogue catalogue, CurrentTerms terms) {
        this.catalogue = catalogue;
        this.terms = terms;
    }

    /** @throws UnknownGoods naming what is unknown */
    public void require(String pickupPoint, Collection<String> skus) {
        if (terms.point(pickupPoint).isEmpty()) {
            throw new UnknownGoods(pickupPoint, List.of());
        }
        Map<String, CatalogueItem> known = catalogue.of(skus);
        List<String> unknown = skus.stream()
                .filter(sku -> !known.containsKey(sku))
                .distinct()
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw new UnknownGoods(null, unknown);
        }
    }
}
