package io.orderjourney.promises;

import io.orderjourney.contracts.state.CatalogueItem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The articles that the shop sells: those of fulfillment-service, and the copy of who takes orders. Joins the running transaction. */
public interface Catalogue {

    /** Those of these articles that there are, by SKU. */
    Map<String, CatalogueItem> of(Collection<String> skus);

    /** One article, locked until this transaction ends. */
    Optional<CatalogueItem> findForChange(String sku);

    /** The next articles by SKU. */
    List<CatalogueItem> page(@Nullable String afterSku, int atMost);

    /** @return false if this revision or a newer one is stored: then nothing changed */
    boolean store(CatalogueItem item);
}
