package io.orderjourney.promises.kafka;

import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.promises.PromiseConfirmed;
import io.orderjourney.contracts.promises.PromiseEstimated;
import io.orderjourney.contracts.promises.PromiseKept;
import io.orderjourney.contracts.promises.PromiseMade;
import io.orderjourney.contracts.promises.PromisePaused;
import io.orderjourney.contracts.promises.PromiseRescheduled;
import io.orderjourney.contracts.promises.PromiseWithdrawn;
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
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Consumes what others say about promises, and the shop's policy. */
@ApplicationScoped
class PromiseEventConsumer {

    private static final Set<EventType<?>> PROMISES = Set.of(
            EventTypes.PROMISE_MADE,
            EventTypes.PROMISE_RESCHEDULED,
            EventTypes.PROMISE_ESTIMATED,
            EventTypes.PROMISE_CONFIRMED,
            EventTypes.PROMISE_PAUSED,
            EventTypes.PROMISE_KEPT,
            EventTypes.PROMISE_WITHDRAWN);

    private final String self;

    PromiseEventConsumer(@ConfigProperty(name = "journey.service") String service) {
        this.self = "/" + service;
    }

    /** Learned before anything reacts: a reaction finds the promise as the event says it is. */
    @Produces
    @Singleton
    EventConsumer replica(PromiseReplica replica) {
        return new EventConsumer() {
            @Override
            public Phase phase() {
                return Phase.LEARN;
            }

            @Override
            public Set<EventType<?>> types() {
                return PROMISES;
            }

            @Override
            public void apply(List<ReceivedEvent<?>> freshEvents) {
                replica.learn(freshEvents.stream()
                        // What this service said itself is in its book already, and perhaps has changed since.
                        .filter(event -> !event.source().equals(self))
                        .map(PromiseEventConsumer::said)
                        .toList());
            }
        };
    }

    private static PromiseReplica.Said said(ReceivedEvent<?> event) {
        Object data = event.data();
        if (data instanceof PromiseMade made) {
            return PromiseReplica.made(event.journeyId(), event.source(), made);
        } else if (data instanceof PromiseRescheduled rescheduled) {
            return PromiseReplica.rescheduled(rescheduled);
        } else if (data instanceof PromiseEstimated estimated) {
            return PromiseReplica.estimated(estimated);
        } else if (data instanceof PromiseConfirmed confirmed) {
            return PromiseReplica.confirmed(confirmed);
        } else if (data instanceof PromisePaused paused) {
            return PromiseReplica.paused(paused);
        } else if (data instanceof PromiseKept kept) {
            return PromiseReplica.kept(kept);
        } else if (data instanceof PromiseWithdrawn withdrawn) {
            return PromiseReplica.withdrawn(withdrawn);
        }
        throw new IllegalArgumentException("Nothing is learned from a " + event.type());
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
