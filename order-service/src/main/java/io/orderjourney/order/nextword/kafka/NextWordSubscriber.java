package io.orderjourney.order.nextword.kafka;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.EventHandlers;
import io.orderjourney.order.nextword.EarlyNotice;
import io.orderjourney.order.nextword.usecase.GiveNextWordHandler;
import io.orderjourney.promises.usecase.PromiseReplica;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Listens to messages and to news. */
@ApplicationScoped
class NextWordSubscriber {

    @Produces
    @Singleton
    EventConsumer words(
            GiveNextWordHandler words, PromiseReplica learn, @ConfigProperty(name = "journey.service") String service) {
        String self = "/" + service;
        return EventHandlers.on(
                        EventTypes.CUSTOMER_TOLD,
                        event -> words.told(
                                event.journeyId(),
                                new EarlyNotice(
                                        event.data().noticeId(), event.data().handedOverAt())))
                .and(
                        EventTypes.CUSTOMER_WARNED,
                        event -> words.told(
                                event.journeyId(),
                                new EarlyNotice(
                                        event.data().noticeId(), event.data().handedOverAt())))
                .and(EventTypes.PROMISE_MADE, event -> {
                    if (event.source().equals(self)) {
                        return;
                    }
                    // Whether the book's own subscriber comes before or after this one is nobody's promise; learning
                    // twice
                    // changes nothing.
                    learn.made(event.journeyId(), event.source(), event.data());
                    words.promised(event.journeyId());
                });
    }
}
