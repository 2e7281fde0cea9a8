package io.orderjourney.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.orderjourney.contracts.EventType;
import io.orderjourney.messaging.consume.BatchIngest;
import io.orderjourney.messaging.consume.EventReader;
import io.orderjourney.messaging.deadletters.DeadLetter;
import io.orderjourney.messaging.deadletters.RawRecord;
import io.orderjourney.messaging.state.StateConsumer;
import io.orderjourney.messaging.state.StateOutbox;
import io.orderjourney.messaging.state.StateReader;
import io.orderjourney.messaging.state.StateSource;
import io.orderjourney.testservers.TestServers;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StateTopicsTest {

    record Contact(String email) {}

    private final String topic = "s" + UUID.randomUUID().toString().substring(0, 8);
    private final EventType<Contact> type = new EventType<>(topic + ".contact-changed.v1", topic, Contact.class);
    private final Map<String, Contact> contacts = new ConcurrentHashMap<>();
    private static final List<Integer> ALL_PARTITIONS = List.of(0, 1, 2, 3, 4, 5, 6, 7);

    private final Map<String, String> copies = new ConcurrentHashMap<>();
    private TestDatabase database;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_key_is_touched_only_in_a_transaction() {
        try (Replica replica = replica().build()) {
            assertThatThrownBy(() -> replica.stateTopics.touch(topic, "c-1")).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void the_value_at_the_time_of_publishing_is_published_and_bursts_become_one_record() {
        try (Replica replica = replica().build()) {
            for (int i = 1; i <= 20; i++) {
                change(replica, "c-1", "jan" + i + "@example.org");
            }
            replica.withRelay();
            replica.awaitEmptyOutbox();
        }
        List<ConsumerRecord<byte[], byte[]>> records = TopicReader.all(TestServers.kafka(), topic);
        assertThat(records).hasSize(1);
        assertThat(new String(records.get(0).value())).isEqualTo("{\"email\":\"jan20@example.org\"}");
        assertThat(TopicReader.header(records.get(0), "ce_subject")).isEqualTo("c-1");
    }

    @Test
    void a_value_that_is_gone_reaches_the_copies_as_a_tombstone() {
        try (Replica replica = replica().build().withRelay().withConsumer()) {
            change(replica, "c-1", "jan@example.org");
            await().atMost(Replica.PATIENCE).until(() -> "jan@example.org".equals(copies.get("c-1")));

            TestDatabase.TRANSACTIONS.run(() -> {
                contacts.remove("c-1");
                replica.stateTopics.touch(topic, "c-1");
            });

            await().atMost(Replica.PATIENCE).until(() -> !copies.containsKey("c-1"));
        }
        List<ConsumerRecord<byte[], byte[]>> records = TopicReader.all(TestServers.kafka(), topic);
        assertThat(records.get(records.size() - 1).value()).isNull();
    }

    @Test
    void a_key_that_is_touched_while_it_is_published_is_published_again() {
        AtomicReference<Replica> self = new AtomicReference<>();
        Runnable once = new Runnable() {
            private boolean done;

            @Override
            public void run() {
                if (!done) {
                    done = true;
                    change(self.get(), "c-1", "second@example.org");
                }
            }
        };
        try (Replica replica = replica().afterBrokerAck(once).build()) {
            self.set(replica);
            change(replica, "c-1", "first@example.org");
            replica.withRelay();
            replica.awaitEmptyOutbox();
        }
        assertThat(TopicReader.all(TestServers.kafka(), topic).stream().map(record -> new String(record.value())))
                .containsExactly("{\"email\":\"first@example.org\"}", "{\"email\":\"second@example.org\"}");
    }

    @Test
    void a_relay_that_sends_late_what_another_overtook_leaves_the_newest_value_last() throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        CountDownLatch wakes = new CountDownLatch(1);
        Replica late = replica()
                .beforeSend(() -> {
                    read.countDown();
                    await().atMost(Replica.PATIENCE).until(() -> wakes.getCount() == 0);
                })
                .build();
        try (late;
                Replica other = replica().build()) {
            change(late, "c-1", "old@example.org");
            Thread zombie = new Thread(() -> late.relay.publishStates(ALL_PARTITIONS));
            zombie.start();
            await().atMost(Replica.PATIENCE).until(() -> read.getCount() == 0);
            change(other, "c-1", "new@example.org");
            other.relay.publishStates(ALL_PARTITIONS);
            assertThat(keysWaiting()).isZero();

            wakes.countDown();
            zombie.join(Replica.PATIENCE.toMillis());
            other.relay.publishStates(ALL_PARTITIONS);

            assertThat(keysWaiting()).isZero();
        }
        assertThat(TopicReader.all(TestServers.kafka(), topic).stream().map(record -> new String(record.value())))
                .containsExactly(
                        "{\"email\":\"new@example.org\"}",
                        "{\"email\":\"old@example.org\"}",
                        "{\"email\":\"new@example.org\"}");
    }

    @Test
    void a_key_that_a_transaction_holds_keeps_the_others_waiting_no_longer() {
        try (Replica replica = replica().build()) {
            change(replica, "c-1", "jan@example.org");
            change(replica, "c-2", "ewa@example.org");
            TestDatabase.TRANSACTIONS.run(() -> {
                replica.stateTopics.touch(topic, "c-1");
                replica.withRelay();
                await().atMost(Replica.PATIENCE).until(() -> keysWaiting() == 1);
            });
            replica.awaitEmptyOutbox();
        }
        assertThat(TopicReader.all(TestServers.kafka(), topic))
                .extracting(record -> new String(record.key()))
                .contains("c-1", "c-2");
    }

    @Test
    void an_older_revision_that_arrives_late_is_not_applied() {
        try (Replica replica = replica().build()) {
            BatchIngest ingest = ingest(replica);
            EventReader reader = new EventReader(replica.subscriptions);
            ingest.ingest(List.of(reader.read(state("c-1", 7, "new@example.org"))));
            ingest.ingest(List.of(reader.read(state("c-1", 6, "old@example.org"))));
            assertThat(copies).containsEntry("c-1", "new@example.org");

            ingest.ingest(List.of(
                    reader.read(state("c-1", 9, "newest@example.org")),
                    reader.read(state("c-1", 8, "late@example.org"))));
            assertThat(copies).containsEntry("c-1", "newest@example.org");
            assertThat(replica.counted("journey.events.duplicates")).isEqualTo(2);
        }
    }

    @Test
    void a_source_that_fails_keeps_neither_the_facts_nor_the_other_topics_waiting() {
        TestTopic facts = new TestTopic();
        EventType<Contact> otherType = new EventType<>(topic + "x.contact-changed.v1", topic + "x", Contact.class);
        StateSource broken = source(otherType, keys -> {
            throw new IllegalStateException("out of order");
        });
        try (Replica replica = Replica.on(database, TestServers.kafka())
                .sources(source(type, this::current), broken)
                .build()
                .withRelay()) {
            TestDatabase.TRANSACTIONS.run(() -> replica.stateTopics.touch(otherType.topic(), "x"));
            change(replica, "c-1", "jan@example.org");
            replica.send(facts, UUID.randomUUID(), 1, 3);
            await().atMost(Replica.PATIENCE).until(() -> replica.backlog.outboxCount() == 1);
        }
        assertThat(TopicReader.all(TestServers.kafka(), topic)).hasSize(1);
    }

    @Test
    void all_states_can_be_published_again() {
        try (Replica replica = replica().build().withRelay()) {
            change(replica, "c-1", "jan@example.org");
            change(replica, "c-2", "ewa@example.org");
            replica.awaitEmptyOutbox();

            assertThat(replica.stateTopics.republish(topic)).isEqualTo(2);
            replica.awaitEmptyOutbox();
        }
        assertThat(TopicReader.all(TestServers.kafka(), topic).stream()
                        .map(record -> new String(record.key()))
                        .collect(Collectors.groupingBy(key -> key, Collectors.counting())))
                .allSatisfy((key, count) -> assertThat(count).isGreaterThanOrEqualTo(2));
    }

    @Test
    void personal_data_never_enters_the_tables_of_messages() {
        try (Replica replica = replica().build().withRelay()) {
            change(replica, "c-1", "canary@example.org");
            replica.awaitEmptyOutbox();
        }
        for (String table : List.of("journey_event", "outbox", "state_outbox", "inbox", "state_seen", "dead_letter")) {
            assertThat(database.number("select count(*) from " + table + " t where t::text like '%canary%'"))
                    .as(table)
                    .isZero();
        }
    }

    private long keysWaiting() {
        return database.number("select count(*) from state_outbox where revision > published_revision");
    }

    private void change(Replica replica, String key, String email) {
        TestDatabase.TRANSACTIONS.run(() -> {
            contacts.put(key, new Contact(email));
            replica.stateTopics.touch(topic, key);
        });
    }

    private RawRecord state(String key, long revision, String email) {
        var record = StateReader.record(
                "/test",
                type.wireName(),
                new StateOutbox.Waiting(topic, key, revision),
                java.time.Instant.now(),
                CloudEvents.bytes("{\"email\":\"" + email + "\"}"));
        List<DeadLetter.Header> headers = new java.util.ArrayList<>();
        record.headers().forEach(header -> headers.add(new DeadLetter.Header(header.key(), header.value())));
        return new RawRecord(topic, 0, revision, record.key(), record.value(), headers);
    }

    private BatchIngest ingest(Replica replica) {
        return new BatchIngest(
                database.dataSource,
                TestDatabase.TRANSACTIONS,
                replica.subscriptions,
                java.time.Clock.systemUTC(),
                replica.metrics);
    }

    private Replica.Builder replica() {
        return Replica.on(database, TestServers.kafka())
                .sources(source(type, this::current))
                .keepers(keeper());
    }

    private Map<String, Object> current(Collection<String> keys) {
        Map<String, Object> found = new HashMap<>();
        keys.stream().filter(contacts::containsKey).forEach(key -> found.put(key, contacts.get(key)));
        return found;
    }

    private static StateSource source(
            EventType<?> type, java.util.function.Function<Collection<String>, Map<String, Object>> current) {
        return new StateSource() {
            @Override
            public EventType<?> type() {
                return type;
            }

            @Override
            public Map<String, Object> current(Collection<String> keys) {
                return current.apply(keys);
            }
        };
    }

    private StateConsumer<Contact> keeper() {
        return new StateConsumer<>() {
            @Override
            public EventType<Contact> type() {
                return type;
            }

            @Override
            public void changed(String key, @Nullable Contact value) {
                if (value == null) {
                    copies.remove(key);
                } else {
                    copies.put(key, value.email());
                }
            }
        };
    }
}
