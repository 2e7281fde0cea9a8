package io.orderjourney.promises.kafka;

import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.state.PickupPoint;
import io.orderjourney.contracts.state.ShopPolicy;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.EventHandlers;
import io.orderjourney.messaging.consume.ReceivedEvent;
import io.orderjourney.messaging.state.StateConsumer;
import io.orderjourney.promises.usecase.AutoReschedule;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.promises.usecase.CurrentTerms.PickupPointChanged;
import io.orderjourney.promises.usecase.CustomerWords;
import io.orderjourney.promises.usecase.PromiseReplica;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Consumes what others say about promises, and the shop's policy. */
@ApplicationScoped
class PromiseEventConsumer {

    private final String self;

    PromiseEventConsumer(@ConfigProperty(name = "journey.service") String service) {
        this.self = "/" + service;
    }

    /** Learned before anything reacts: a reaction finds the promise as the event says it is. */
    @Produces
    @Singleton
    EventConsumer replica(PromiseReplica replica) {
        return EventHandlers.on(
                        EventTypes.PROMISE_MADE,
                        ofOthers(event -> replica.made(event.journeyId(), event.source(), event.data())))
                .and(EventTypes.PROMISE_RESCHEDULED, ofOthers(event -> replica.rescheduled(event.data())))
                .and(EventTypes.PROMISE_ESTIMATED, ofOthers(event -> replica.estimated(event.data())))
                .and(EventTypes.PROMISE_CONFIRMED, ofOthers(event -> replica.confirmed(event.data())))
                .and(EventTypes.PROMISE_PAUSED, ofOthers(event -> replica.paused(event.data())))
                .and(EventTypes.PROMISE_KEPT, ofOthers(event -> replica.kept(event.data())))
                .and(EventTypes.PROMISE_WITHDRAWN, ofOthers(event -> replica.withdrawn(event.data())))
                .in(EventConsumer.Phase.LEARN);
    }

    /** Whether and when the customer spoke with the shop. */
    @Produces
    @Singleton
    EventConsumer customerWords(CustomerWords words) {
        return EventHandlers.on(
                        EventTypes.CHASE_LOGGED,
                        event -> words.asked(event.journeyId(), event.data().chasedAt()))
                .and(
                        EventTypes.CONFIRMATION_CALL_LOGGED,
                        event -> words.called(
                                event.journeyId(),
                                event.data().outcome(),
                                event.data().calledAt()))
                .and(
                        EventTypes.CALLBACK_LOGGED,
                        event -> words.called(
                                event.journeyId(),
                                event.data().outcome(),
                                event.data().calledAt()))
                .and(
                        EventTypes.CREDIT_CALL_LOGGED,
                        event -> words.called(
                                event.journeyId(),
                                event.data().outcome(),
                                event.data().calledAt()))
                .and(EventTypes.CUSTOMER_ANSWERED, event -> words.answered(event.journeyId(), event.data()))
                .in(EventConsumer.Phase.LEARN);
    }

    @Produces
    @Singleton
    EventConsumer autoReschedule(AutoReschedule autoReschedule) {
        return EventHandlers.on(EventTypes.PROMISE_AT_RISK, event -> autoReschedule.atRisk(event.data()));
    }

    /** What this service said itself is in its book already, and perhaps has changed since. */
    private <T> Consumer<ReceivedEvent<T>> ofOthers(Consumer<ReceivedEvent<T>> learn) {
        return event -> {
            if (!event.source().equals(self)) {
                learn.accept(event);
            }
        };
    }

    @Produces
    @Singleton
    StateConsumer<ShopPolicy> policy(CurrentTerms terms) {
        return new StateConsumer<>() {
            @Override
            public EventType<ShopPolicy> type() {
                return EventTypes.SHOP_POLICY_CHANGED;
            }

            @Override
            public void changed(String key, @Nullable ShopPolicy policy) {
                if (policy != null) {
                    terms.changed(policy);
                }
            }
        };
    }

    @Produces
    @Singleton
    StateConsumer<PickupPoint> pickupPoints(CurrentTerms terms, Event<PickupPointChanged> changes) {
        return new StateConsumer<>() {
            @Override
            public EventType<PickupPoint> type() {
                return EventTypes.PICKUP_POINT_CHANGED;
            }

            @Override
            public void changed(String code, @Nullable PickupPoint point) {
                if (point != null && terms.changed(point)) {
                    changes.fire(new PickupPointChanged(point.code()));
                }
            }
        };
    }
}
