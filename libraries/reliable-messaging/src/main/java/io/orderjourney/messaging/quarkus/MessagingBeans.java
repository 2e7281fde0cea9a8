package io.orderjourney.messaging.quarkus;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.TopicAccess;
import io.orderjourney.contracts.erasures.ErasureOfCustomer;
import io.orderjourney.messaging.Backlog;
import io.orderjourney.messaging.JtaTransactions;
import io.orderjourney.messaging.KafkaClients;
import io.orderjourney.messaging.MessagingMetrics;
import io.orderjourney.messaging.RelayWakeUp;
import io.orderjourney.messaging.Topics;
import io.orderjourney.messaging.TraceContexts;
import io.orderjourney.messaging.TraceSource;
import io.orderjourney.messaging.Transactions;
import io.orderjourney.messaging.consume.ConsumerLag;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.RecordReplay;
import io.orderjourney.messaging.consume.Senders;
import io.orderjourney.messaging.consume.Subscriptions;
import io.orderjourney.messaging.deadletters.DeadLetters;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.Republication;
import io.orderjourney.messaging.state.StateConsumer;
import io.orderjourney.messaging.state.StateSource;
import io.orderjourney.messaging.state.StateTopics;
import io.orderjourney.time.BusinessClock;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Makes the messaging classes from what a Quarkus service has: its data source, its clock, its subscribers. */
@Singleton
class MessagingBeans {

    private final DataSource dataSource;
    private final BusinessClock clock;
    private final TransactionSynchronizationRegistry transaction;

    MessagingBeans(DataSource dataSource, BusinessClock clock, TransactionSynchronizationRegistry transaction) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Produces
    @Singleton
    RelayWakeUp relaySignal() {
        return new RelayWakeUp();
    }

    @Produces
    @Singleton
    JourneyLog journeyLog(RelayWakeUp signal, Instance<TraceSource> sources, MessagingMetrics metrics) {
        return new JourneyLog(dataSource, transaction, clock, signal, () -> traceparent(sources), metrics::recorded);
    }

    @Produces
    @Singleton
    Republication republication(RelayWakeUp wakeUp) {
        return new Republication(dataSource, wakeUp);
    }

    @Produces
    @Singleton
    StateTopics stateTopics(RelayWakeUp signal) {
        return new StateTopics(dataSource, transaction, signal);
    }

    /** Handlers run outside of any request, yet may use request-scoped beans such as Hibernate's session. */
    @Produces
    @Singleton
    Transactions transactions(TransactionManager manager) {
        JtaTransactions jta = new JtaTransactions(manager);
        return new Transactions() {
            @Override
            public <T> T call(Supplier<T> work) {
                ManagedContext request = Arc.container().requestContext();
                if (request.isActive()) {
                    return jta.call(work);
                }
                request.activate();
                try {
                    return jta.call(work);
                } finally {
                    request.terminate();
                }
            }
        };
    }

    @Produces
    @Singleton
    Subscriptions subscriptions(
            @Any Instance<EventConsumer> subscribers,
            @Any Instance<StateConsumer<?>> keepers,
            @ConfigProperty(name = "journey.service") String service,
            PartnerKeys keys) {
        boolean known = TopicAccess.SERVICES.contains(service);
        Subscriptions subscriptions = new Subscriptions(
                subscribers.stream().toList(),
                keepers.stream().toList(),
                known ? Senders.known(keys.bySource()) : Senders.ANYBODY);
        Set<String> unread = new TreeSet<>(subscriptions.topics());
        unread.removeAll(TopicAccess.readBy(service));
        if (known && !unread.isEmpty()) {
            // The broker would refuse it: its access rules are made from the same list.
            throw new IllegalStateException(service + " reads topics that TopicAccess does not name: " + unread);
        }
        return subscriptions;
    }

    @Produces
    @Singleton
    KafkaClients kafkaClients(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "journey.service") String service,
            @ConfigProperty(name = "journey.consumer.read-from") Optional<Instant> readFrom) {
        return new KafkaClients(kafka, service, readFrom);
    }

    @Produces
    @Singleton
    Topics topics(
            KafkaClients kafka,
            Subscriptions subscriptions,
            @Any Instance<StateSource> sources,
            @ConfigProperty(name = "journey.kafka.create-topics", defaultValue = "true") boolean create) {
        Set<String> compacted = new HashSet<>(subscriptions.stateTopics());
        sources.forEach(source -> compacted.add(source.topic()));
        return new Topics(kafka, create, compacted);
    }

    @Produces
    @Singleton
    MessagingMetrics metrics(Instance<MeterRegistry> registry) {
        return new MessagingMetrics(registry.isResolvable() ? registry.get() : new SimpleMeterRegistry());
    }

    @Produces
    @Singleton
    DeadLetters deadLetters(Transactions transactions, Subscriptions subscriptions) {
        return new DeadLetters(dataSource, transactions, new RecordReplay(dataSource, subscriptions, clock), clock);
    }

    /** A contact that could not be read is a contact all the same. */
    void erase(@Observes ErasureOfCustomer erasure, DeadLetters deadLetters) {
        deadLetters.erase(
                EventTypes.CONTACT_CHANGED.topic(), erasure.customerId().toString());
    }

    @Produces
    @Singleton
    Backlog backlog() {
        return new Backlog(dataSource);
    }

    @Produces
    @Singleton
    ConsumerLag unconsumedEvents(KafkaClients kafka, Subscriptions subscriptions) {
        return new ConsumerLag(kafka, subscriptions);
    }

    void close(@Disposes ConsumerLag unconsumed) {
        unconsumed.close();
    }

    /** What runs now is part of a trace, or a request is that a caller traces. */
    private static @Nullable String traceparent(Instance<TraceSource> sources) {
        String current = TraceContexts.current();
        return current == null && sources.isResolvable() ? sources.get().traceparent() : current;
    }
}
