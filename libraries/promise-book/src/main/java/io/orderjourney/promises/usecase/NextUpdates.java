package io.orderjourney.promises.usecase;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.promises.Deliveries;
import io.orderjourney.promises.Delivery;
import io.orderjourney.promises.NextUpdatePolicy;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Keeps our promise of a next update with the message that gave it. The message and its news travel on two topics that do
 * not wait for each other, so each of them is looked at when it comes, together with what came before.
 */
@ApplicationScoped
public class NextUpdates {

    private static final String ACTOR = "policy";

    private final Promises promises;
    private final PromiseDesk desk;
    private final Deliveries deliveries;

    NextUpdates(Promises promises, PromiseDesk desk, Deliveries deliveries) {
        this.promises = promises;
        this.desk = desk;
        this.deliveries = deliveries;
    }

    /** The customer got a message. */
    @Transactional
    public void delivered(UUID journeyId, Delivery message) {
        learned(Map.of(journeyId, List.of(message)));
    }

    /** Something was promised in this journey. The replica has learned it before. */
    @Transactional
    public void promised(UUID journeyId) {
        learned(Map.of(journeyId, List.of()));
    }

    /**
     * Customers got messages, or something was promised to them.
     *
     * @param messages of each journey; none where something was promised
     */
    @Transactional
    public void learned(Map<UUID, List<Delivery>> messages) {
        Map<UUID, List<Promise>> all =
                promises.of(messages.keySet()).stream().collect(Collectors.groupingBy(Promise::journeyId));
        Map<UUID, Promise> waiting = new LinkedHashMap<>();
        all.forEach((journey, promised) -> promised.stream()
                .filter(promise -> promise.isOpen()
                        && desk.isOurs(promise)
                        && promise.kind().equals(PromiseKind.NEXT_UPDATE))
                .forEach(update -> waiting.put(journey, update)));
        if (waiting.isEmpty()) {
            return;
        }
        Map<UUID, List<Delivery>> ofWaiting = new LinkedHashMap<>(messages);
        ofWaiting.keySet().retainAll(waiting.keySet());
        deliveries.add(ofWaiting);
        Map<UUID, List<Delivery>> known = deliveries.of(waiting.keySet());
        waiting.forEach((journey, update) -> NextUpdatePolicy.keptBy(
                        update, all.getOrDefault(journey, List.of()), known.getOrDefault(journey, List.of()))
                .ifPresent(message -> {
                    desk.keep(update.id(), "notice " + message.noticeId(), ACTOR);
                    deliveries.forget(journey);
                }));
    }
}
