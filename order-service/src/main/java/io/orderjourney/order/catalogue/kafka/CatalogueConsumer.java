package io.orderjourney.order.catalogue.kafka;

import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.state.CatalogueItem;
import io.orderjourney.messaging.state.StateConsumer;
import io.orderjourney.promises.Catalogue;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Keeps the catalogue of fulfillment-service. */
@ApplicationScoped
class CatalogueConsumer implements StateConsumer<CatalogueItem> {

    private final Catalogue catalogue;

    CatalogueConsumer(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public EventType<CatalogueItem> type() {
        return EventTypes.CATALOGUE_ITEM_CHANGED;
    }

    @Override
    public void changed(String sku, @Nullable CatalogueItem item) {
        // An article is discontinued, never deleted.
        if (item != null) {
            catalogue.store(item);
        }
    }
}
