package io.orderjourney.fulfillment.catalogue.kafka;

import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.messaging.state.StateSource;
import io.orderjourney.promises.Catalogue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The articles, for the compacted topic. */
@ApplicationScoped
class CatalogueSource implements StateSource {

    private final Catalogue catalogue;

    CatalogueSource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public EventType<?> type() {
        return EventTypes.CATALOGUE_ITEM_CHANGED;
    }

    @Override
    public Map<String, Object> current(Collection<String> skus) {
        return new HashMap<>(catalogue.of(skus));
    }
}
