package io.orderjourney.fulfillment.pickup.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.promises.DeskLoad;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The promises of an order that this service decides about, among all that it knows of. */
@ApplicationScoped
class OwnPromises {

    private final Promises promises;
    private final String owner;

    OwnPromises(Promises promises, @ConfigProperty(name = "journey.service") String owner) {
        this.promises = promises;
        this.owner = owner;
    }

    /** All promises of the order, whoever owns them. */
    List<Promise> journey(UUID orderId) {
        return promises.of(orderId);
    }

    /** The open promises of the order that are ours, by kind. */
    Map<PromiseKind, Promise> open(UUID orderId) {
        Map<PromiseKind, Promise> open = new LinkedHashMap<>();
        promises.of(orderId).stream()
                .filter(promise -> promise.isOpen() && promise.owner().equals(owner))
                .forEach(promise -> open.put(promise.kind(), promise));
        return open;
    }

    DeskLoad load(Desk desk) {
        return new DeskLoad(promises.openOf(desk));
    }
}
