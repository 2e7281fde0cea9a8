package io.orderjourney.promises.usecase;

import io.orderjourney.promises.DemoShop;
import io.orderjourney.promises.PickupPoints;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives a new local stack the points and articles of the demo shop; what the shop changed since stays as it is. */
@ApplicationScoped
class OpenDemoShop {

    private final PickupPoints points;
    private final Event<DemoShop> opened;
    private final boolean wanted;

    OpenDemoShop(
            PickupPoints points,
            Event<DemoShop> opened,
            @ConfigProperty(name = "journey.demo.shop", defaultValue = "false") boolean wanted) {
        this.points = points;
        this.opened = opened;
        this.wanted = wanted;
    }

    @Transactional
    void open(@Observes StartupEvent started) {
        if (wanted) {
            DemoShop shop = DemoShop.load();
            shop.points().forEach(points::store);
            opened.fire(shop);
        }
    }
}
