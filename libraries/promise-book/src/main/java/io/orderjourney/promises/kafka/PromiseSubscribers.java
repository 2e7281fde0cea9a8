package io.orderjourney.promises.kafka;

import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.state.ShopPolicy;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.EventHandlers;
import io.orderjourney.messaging.consume.ReceivedEvent;
import io.orderjourney.messaging.state.StateConsumer;
import io.orderjourney.promises.usecase.AutoReschedule;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.promises.usecase.PromiseReplica;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Listens to what others say about promises, and to the shop's policy. */
@ApplicationScoped
class PromiseSubscribers {

    private final String self;

    PromiseSubscribers(@ConfigProperty(name = "journey.service") String service) {
        this.self = "/" + service;
    }

    @Produces
    @Singleton
    EventConsumer promises(PromiseReplica learn, AutoReschedule follow) {
        return EventHandlers.on(
                        EventTypes.PROMISE_MADE,
                        ofOthers(event -> learn.made(event.journeyId(), event.source(), event.data())))
                .and(EventTypes.PROMISE_RESCHEDULED, ofOthers(event -> learn.rescheduled(event.data())))
                .and(EventTypes.PROMISE_ESTIMATED, ofOthers(event -> learn.estimated(event.data())))
                .and(EventTypes.PROMISE_CONFIRMED, ofOthers(event -> learn.confirmed(event.data())))
                .and(EventTypes.PROMISE_KEPT, ofOthers(event -> learn.kept(event.data())))
                .and(EventTypes.PROMISE_WITHDRAWN, ofOthers(event -> learn.withdrawn(event.data())))
                .and(EventTypes.PROMISE_AT_RISK, event -> follow.atRisk(event.data()));
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
}
