package io.orderjourney.journeytests.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The public topics, read as another system would read them. */
public final class Topics implements AutoCloseable {

    private static final List<String> FACTS = List.of("orders", "credit", "fulfillment", "promises", "notices");

    private final TopicFeed feed;

    private Topics(TopicFeed feed) {
        this.feed = feed;
    }

    /** One event of a journey. */
    public record Event(
            String journeyId, String id, String source, String type, String time, long sequence, JsonNode data) {}

    /** Follows the facts of all journeys from their beginning. */
    public static Topics follow(String bootstrapServers) {
        return new Topics(new TopicFeed(bootstrapServers, FACTS));
    }

    /** Hands on every event that came since the last look, copies too, in the order of each partition. */
    public void look(Consumer<Event> reader) {
        feed.read(record -> reader.accept(event(record)));
    }

    /** All events of a journey that are on the topics now, copies left out, in the order of time. */
    public static List<Event> of(String bootstrapServers, String journeyId) {
        Map<String, Event> byId = new LinkedHashMap<>();
        try (TopicFeed feed = new TopicFeed(bootstrapServers, FACTS)) {
            feed.read(record -> {
                if (journeyId.equals(record.key())) {
                    byId.computeIfAbsent(TopicFeed.header(record, "ce_id"), first -> event(record));
                }
            });
        }
        return byId.values().stream().sorted(Comparator.comparing(Event::time)).toList();
    }

    /** The current state of every journey by its id, as the compacted topic holds it. */
    public static Map<String, JsonNode> journeys(String bootstrapServers) {
        Map<String, JsonNode> states = new HashMap<>();
        try (TopicFeed feed = new TopicFeed(bootstrapServers, List.of("journeys"))) {
            feed.read(record -> {
                if (record.value() == null) {
                    states.remove(record.key());
                } else {
                    states.put(record.key(), TopicFeed.json(record));
                }
            });
        }
        return states;
    }

    private static Event event(ConsumerRecord<String, byte[]> record) {
        return new Event(
                record.key(),
                TopicFeed.header(record, "ce_id"),
                TopicFeed.header(record, "ce_source"),
                TopicFeed.header(record, "ce_type"),
                TopicFeed.header(record, "ce_time"),
                Long.parseLong(TopicFeed.header(record, "ce_sequence")),
                TopicFeed.json(record));
    }

    @Override
    public void close() {
        feed.close();
    }
}
