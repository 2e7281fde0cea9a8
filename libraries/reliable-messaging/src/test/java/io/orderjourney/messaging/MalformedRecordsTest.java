package io.orderjourney.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderjourney.messaging.consume.BatchIngest;
import io.orderjourney.messaging.consume.EventReader;
import io.orderjourney.messaging.consume.InboundRecord;
import io.orderjourney.messaging.deadletters.DeadLetter;
import io.orderjourney.messaging.deadletters.DeadLetter.Reason;
import io.orderjourney.messaging.deadletters.RawRecord;
import io.orderjourney.messaging.deadletters.RejectedEvent;
import io.orderjourney.testservers.TestServers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever lies on a topic, the partition goes on, and the record is found again with its reason and its bytes. */
class MalformedRecordsTest {

    private final TestTopic topic = new TestTopic();
    private TestDatabase database;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** A good record with one thing wrong. */
    enum Fault {
        NO_VALUE(Reason.MALFORMED, draft -> draft.value = null),
        EMPTY_VALUE(Reason.MALFORMED, draft -> draft.value = new byte[0]),
        RANDOM_BYTES(Reason.MALFORMED, draft -> new Random(7).nextBytes(draft.value = new byte[200])),
        TRUNCATED(Reason.MALFORMED, draft -> draft.value = bytes("{\"number\":1,\"no")),
        TRAILING(Reason.MALFORMED, draft -> draft.value = bytes("{\"number\":1,\"note\":\"x\"} {}")),
        DOUBLE_NAME(Reason.MALFORMED, draft -> draft.value = bytes("{\"number\":1,\"number\":2,\"note\":\"x\"}")),
        JSON_NULL(Reason.MALFORMED, draft -> draft.value = bytes("null")),
        AN_ARRAY(Reason.MALFORMED, draft -> draft.value = bytes("[1,2]")),
        WRONG_TYPE(Reason.MALFORMED, draft -> draft.value = bytes("{\"number\":\"many\",\"note\":\"x\"}")),
        UTF_16(Reason.MALFORMED, draft -> draft.value = "{\"number\":1}".getBytes(StandardCharsets.UTF_16)),
        INVALID_UTF_8(
                Reason.MALFORMED,
                draft -> draft.value = "{\"number\":1,\"note\":\"\u00FF\"}".getBytes(StandardCharsets.ISO_8859_1)),
        JAVA_SERIALIZED(Reason.MALFORMED, draft -> draft.value = new byte[] {(byte) 0xAC, (byte) 0xED, 0, 5}),
        TOO_DEEP(Reason.LIMIT_EXCEEDED, draft -> draft.value = bytes("[".repeat(10_000))),
        TOO_DEEP_IN_UNKNOWN_FIELD(
                Reason.LIMIT_EXCEEDED,
                draft -> draft.value =
                        bytes("{\"number\":1,\"note\":\"x\",\"more\":" + "[".repeat(200) + "]".repeat(200) + "}")),
        TOO_LARGE(
                Reason.LIMIT_EXCEEDED,
                draft -> draft.value = bytes("{\"number\":1,\"note\":\"" + "x".repeat(300_000) + "\"}")),
        HUGE_NUMBER(
                Reason.LIMIT_EXCEEDED,
                draft -> draft.value = bytes("{\"number\":" + "9".repeat(200) + ",\"note\":\"\"}")),
        TOO_MANY_HEADERS(
                Reason.LIMIT_EXCEEDED, draft -> IntStream.range(0, 500).forEach(i -> draft.headers.put("h" + i, "x"))),
        NO_ID(Reason.ENVELOPE_INVALID, draft -> draft.headers.remove("ce_id")),
        BLANK_ID(Reason.ENVELOPE_INVALID, draft -> draft.headers.put("ce_id", "  ")),
        LONG_ID(Reason.ENVELOPE_INVALID, draft -> draft.headers.put("ce_id", "x".repeat(256))),
        ZERO_IN_ID(Reason.ENVELOPE_INVALID, draft -> draft.headers.put("ce_id", "a\0b")),
        NO_SOURCE(Reason.ENVELOPE_INVALID, draft -> draft.headers.remove("ce_source")),
        NO_TYPE(Reason.ENVELOPE_INVALID, draft -> draft.headers.remove("ce_type")),
        NO_TIME(Reason.ENVELOPE_INVALID, draft -> draft.headers.remove("ce_time")),
        TIME_WITHOUT_ZONE(Reason.ENVELOPE_INVALID, draft -> draft.headers.put("ce_time", "2026-03-02T12:00:00")),
        OLD_SPECVERSION(Reason.ENVELOPE_INVALID, draft -> draft.headers.put("ce_specversion", "0.3")),
        KEY_OF_ANOTHER_JOURNEY(
                Reason.ENVELOPE_INVALID, draft -> draft.key = UUID.randomUUID().toString()),
        NO_KEY(Reason.ENVELOPE_INVALID, draft -> draft.key = null),
        JOURNEY_IS_NO_ID(Reason.ENVELOPE_INVALID, draft -> draft.headers.put("ce_correlationid", "A-100042")),
        SHORT_FORM_OF_AN_ID(Reason.ENVELOPE_INVALID, draft -> draft.headers.put("ce_correlationid", "1-1-1-1-1")),
        SEQUENCE_IS_NO_NUMBER(Reason.ENVELOPE_INVALID, draft -> draft.headers.put("ce_sequence", "first")),
        NO_JOURNEY(Reason.ENVELOPE_INVALID, draft -> draft.headers.remove("ce_correlationid")),
        NEWER_VERSION(
                Reason.SCHEMA_UNSUPPORTED,
                draft -> draft.headers.put(
                        "ce_type", draft.headers.get("ce_type").replace(".v1", ".v2")));

        private final Reason reason;
        private final Consumer<Draft> change;

        Fault(Reason reason, Consumer<Draft> change) {
            this.reason = reason;
            this.change = change;
        }
    }

    static final class Draft {
        String key;
        byte[] value;
        final Map<String, String> headers = new LinkedHashMap<>();

        ProducerRecord<byte[], byte[]> on(String topic) {
            ProducerRecord<byte[], byte[]> record =
                    new ProducerRecord<>(topic, 0, key == null ? null : bytes(key), value);
            headers.forEach((name, header) -> record.headers().add(name, bytes(header)));
            return record;
        }
    }

    @Test
    void malformed_records_never_stop_a_partition_and_are_found_with_their_reason() {
        List<UUID> journeys = Stream.generate(UUID::randomUUID).limit(5).toList();
        Map<Fault, byte[]> sent = new LinkedHashMap<>();
        try (Replica replica = replica()) {
            replica.topics.ensure(List.of(topic.name));
            try (Producer<byte[], byte[]> producer = replica.kafka.producer()) {
                int number = 0;
                for (Fault fault : Fault.values()) {
                    number++;
                    for (UUID journey : journeys) {
                        producer.send(good(journey, number).on(topic.name));
                    }
                    Draft bad = good(UUID.randomUUID(), 1);
                    fault.change.accept(bad);
                    producer.send(bad.on(topic.name));
                    sent.put(fault, bad.value);
                }
            }
            replica.withConsumer();
            long good = (long) journeys.size() * Fault.values().length;
            await().atMost(Replica.PATIENCE).until(() -> database.number("select count(*) from effect") == good);
            await().atMost(Replica.PATIENCE)
                    .until(() -> database.number("select count(*) from dead_letter") == Fault.values().length);

            List<DeadLetter> letters = replica.deadLetters.list(0, 100);
            int place = 0;
            for (Fault fault : Fault.values()) {
                DeadLetter letter = letters.get(place++);
                assertThat(letter.reason()).as(fault.name()).isEqualTo(fault.reason);
                assertThat(replica.deadLetters.show(letter.id()).orElseThrow().value())
                        .as(fault.name())
                        .isEqualTo(sent.get(fault));
                assertThat(letter.detail()).as("no data in the detail").doesNotContain("many", "xxx", "A-100042");
            }
        }
        for (UUID journey : journeys) {
            assertThat(database.effectsOf(journey))
                    .isEqualTo(IntStream.rangeClosed(1, Fault.values().length)
                            .boxed()
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void a_malformed_record_that_is_delivered_twice_is_kept_once(Fault fault) {
        try (Replica replica = replica()) {
            Draft bad = good(UUID.randomUUID(), 1);
            fault.change.accept(bad);
            BatchIngest ingest = ingest(replica);
            InboundRecord inbound = new EventReader(replica.subscriptions).read(raw(bad, 17));
            for (int delivery = 1; delivery <= 2; delivery++) {
                try {
                    ingest.ingest(List.of(inbound));
                } catch (RejectedEvent e) {
                    // Found out by the handler: the loop then gives it up.
                    ingest.deadLetter(inbound, e.reason(), "x", 3);
                }
            }
            assertThat(database.number("select count(*) from dead_letter")).isEqualTo(1);
        }
    }

    @Test
    void a_partners_record_that_cannot_be_read_stops_no_later_one_of_its_key() {
        try (Replica replica = replica()) {
            Draft unreadable = good(UUID.randomUUID(), 1);
            unreadable.key = "WAW-05";
            unreadable.headers.remove("ce_correlationid");
            unreadable.value = bytes("{\"number\":\"none\"}");

            ingest(replica).ingest(List.of(new EventReader(replica.subscriptions).read(raw(unreadable, 1))));

            assertThat(database.number("select count(*) from dead_letter")).isEqualTo(1);
            assertThat(database.number("select count(*) from quarantine")).isZero();
        }
    }

    @Test
    void unknown_types_are_ignored_and_counted() {
        try (Replica replica = replica()) {
            Draft unknown = good(UUID.randomUUID(), 1);
            unknown.headers.put("ce_type", topic.name + ".parcel-painted.v1");
            ingest(replica).ingest(List.of(new EventReader(replica.subscriptions).read(raw(unknown, 1))));
            assertThat(replica.counted("journey.events.ignored")).isEqualTo(1);
            assertThat(database.number("select count(*) from dead_letter")).isZero();
        }
    }

    @Test
    void unknown_fields_unknown_headers_and_foreign_ids_are_accepted() {
        UUID journey = UUID.randomUUID();
        try (Replica replica = replica()) {
            Draft odd = good(journey, 1);
            odd.value = bytes("{\"number\":1,\"note\":\"O'Brien \uD83D\uDCE6\",\"since\":\"v1.7\"}");
            odd.headers.put("ce_id", "delivery-4711");
            odd.headers.put("ce_time", "2026-03-02T13:00:00.5+01:00");
            odd.headers.put("__TypeId__", "java.lang.ProcessBuilder");
            odd.headers.remove("ce_sequence");
            InboundRecord inbound = new EventReader(replica.subscriptions).read(raw(odd, 1));
            ingest(replica).ingest(List.of(inbound));
            ingest(replica).ingest(List.of(inbound));
            assertThat(database.strings("select note from effect")).containsExactly("O'Brien \uD83D\uDCE6");
        }
    }

    @Test
    void a_type_is_accepted_only_on_its_own_topic() {
        try (Replica replica = replica()) {
            Draft smuggled = good(UUID.randomUUID(), 1);
            RawRecord raw = raw(smuggled, 1);
            InboundRecord inbound = new EventReader(replica.subscriptions)
                    .read(new RawRecord("stock-arrivals", 0, 1, raw.key(), raw.value(), raw.headers()));
            assertThat(inbound)
                    .isInstanceOfSatisfying(
                            InboundRecord.Rejected.class,
                            rejected -> assertThat(rejected.reason()).isEqualTo(Reason.ENVELOPE_INVALID));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void mutated_records_are_read_without_an_exception(long seed) {
        Random random = new Random(seed);
        try (Replica replica = replica()) {
            EventReader reader = new EventReader(replica.subscriptions);
            for (int i = 0; i < 5_000; i++) {
                Draft draft = good(UUID.randomUUID(), 1);
                for (int mutation = random.nextInt(4); mutation >= 0; mutation--) {
                    mutate(draft, random);
                }
                assertThat(reader.read(raw(draft, i))).isNotNull();
            }
        }
    }

    private static void mutate(Draft draft, Random random) {
        List<String> names = new ArrayList<>(draft.headers.keySet());
        String name = names.isEmpty() ? "ce_id" : names.get(random.nextInt(names.size()));
        switch (random.nextInt(5)) {
            case 0 -> draft.headers.remove(name);
            case 1 -> draft.headers.put(name, randomText(random));
            case 2 -> draft.key = randomText(random);
            case 3 -> random.nextBytes(draft.value = new byte[random.nextInt(100)]);
            default -> {
                if (draft.value != null && draft.value.length > 0) {
                    draft.value[random.nextInt(draft.value.length)] = (byte) random.nextInt(256);
                }
            }
        }
    }

    private static String randomText(Random random) {
        byte[] text = new byte[random.nextInt(300)];
        random.nextBytes(text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private Draft good(UUID journey, int number) {
        Draft draft = new Draft();
        draft.key = journey.toString();
        draft.value = bytes("{\"number\":" + number + ",\"note\":\"fine\"}");
        draft.headers.put("ce_specversion", "1.0");
        draft.headers.put("ce_id", UUID.randomUUID().toString());
        draft.headers.put("ce_source", "/warehouse");
        draft.headers.put("ce_type", topic.packed.wireName());
        draft.headers.put("ce_time", "2026-03-02T12:00:00Z");
        draft.headers.put("ce_correlationid", journey.toString());
        draft.headers.put("ce_sequence", Integer.toString(number));
        return draft;
    }

    private RawRecord raw(Draft draft, long offset) {
        ProducerRecord<byte[], byte[]> record = draft.on(topic.name);
        List<DeadLetter.Header> headers = new ArrayList<>();
        record.headers().forEach(header -> headers.add(new DeadLetter.Header(header.key(), header.value())));
        return new RawRecord(topic.name, 0, offset, record.key(), record.value(), headers);
    }

    private Replica replica() {
        return Replica.on(database, TestServers.kafka())
                .subscribers(Replica.effectsIn(
                        database, topic, event -> assertThat(event.journeyId()).isNotNull()))
                .build();
    }

    private BatchIngest ingest(Replica replica) {
        return new BatchIngest(
                database.dataSource,
                TestDatabase.TRANSACTIONS,
                replica.subscriptions,
                java.time.Clock.systemUTC(),
                replica.metrics);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
