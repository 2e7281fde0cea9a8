package io.orderjourney.fulfillment.catalogue.usecase;

import io.orderjourney.contracts.state.CatalogueItem;
import io.orderjourney.fulfillment.catalogue.ItemFields;
import io.orderjourney.fulfillment.masterdata.MasterDataHistory;
import io.orderjourney.fulfillment.masterdata.MasterDataHistory.Change;
import io.orderjourney.fulfillment.masterdata.MasterDataHistory.Entry;
import io.orderjourney.fulfillment.masterdata.MasterDataHistory.Kind;
import io.orderjourney.messaging.state.StateTopics;
import io.orderjourney.promises.Catalogue;
import io.orderjourney.promises.DemoShop;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Management's changes of the catalogue, told to the services that take orders. */
@ApplicationScoped
public class ChangeItemHandler {

    public static final String TOPIC = "catalogue";

    private final Catalogue catalogue;
    private final StateTopics states;
    private final MasterDataHistory history;
    private final BusinessClock clock;

    ChangeItemHandler(Catalogue catalogue, StateTopics states, MasterDataHistory history, BusinessClock clock) {
        this.catalogue = catalogue;
        this.states = states;
        this.history = history;
        this.clock = clock;
    }

    /** An article after its change. */
    public record Changed(CatalogueItem item, boolean isNew) {}

    void openDemoShop(@Observes DemoShop opened) {
        opened.items().forEach(catalogue::store);
        states.touch(TOPIC, opened.items().stream().map(CatalogueItem::sku).toList());
    }

    /**
     * Adds an article, or changes one.
     *
     * @param decidedOn is given the revision of an article that exists, and throws if the change was decided on another one
     * @param changedBy who decided it; kept with what changed
     */
    @Transactional
    public Changed put(String sku, String name, boolean discontinued, IntConsumer decidedOn, String changedBy) {
        Optional<CatalogueItem> before = catalogue.findForChange(sku);
        before.ifPresent(known -> decidedOn.accept(known.revision()));
        CatalogueItem next =
                new CatalogueItem(before.map(CatalogueItem::revision).orElse(0) + 1, sku, name, discontinued);
        if (!catalogue.store(next)) {
            // Two requests added it at once; the second is to see what the first did.
            throw new IllegalStateException("Article " + sku + " changed meanwhile");
        }
        states.touch(TOPIC, sku);
        history.remember(new Entry(
                Kind.ARTICLE,
                sku,
                next.revision(),
                changedBy,
                clock.instant(),
                Change.between(before.map(ItemFields::of).orElse(Map.of()), ItemFields.of(next))));
        return new Changed(next, before.isEmpty());
    }

    @Transactional
    public Optional<CatalogueItem> find(String sku) {
        return Optional.ofNullable(catalogue.of(List.of(sku)).get(sku));
    }

    @Transactional
    public List<CatalogueItem> page(@Nullable String afterSku, int atMost) {
        return catalogue.page(afterSku, atMost);
    }
}
