package io.orderjourney.messaging.consume;

import io.orderjourney.contracts.EventType;
import io.orderjourney.messaging.state.StateConsumer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who in this service acts on what. */
public final class Subscriptions {

    private final Map<EventType<?>, Set<EventConsumer>> byType = new HashMap<>();
    private final Map<String, StateConsumer<?>> keepers = new HashMap<>();
    private final Map<String, EventType<?>> types = new HashMap<>();
    private final Senders senders;

    /**
     * What is said is taken from whoever says it.
     *
     * @throws IllegalArgumentException if a topic is both of facts and of states, or has two keepers
     */
    public Subscriptions(
            Collection<? extends EventConsumer> subscribers, Collection<? extends StateConsumer<?>> keepers) {
        this(subscribers, keepers, Senders.ANYBODY);
    }

    /** @throws IllegalArgumentException if a topic is both of facts and of states, or has two keepers */
    public Subscriptions(
            Collection<? extends EventConsumer> subscribers,
            Collection<? extends StateConsumer<?>> keepers,
            Senders senders) {
        this.senders = senders;
        for (EventConsumer subscriber : subscribers) {
            for (EventType<?> type : subscriber.types()) {
                byType.computeIfAbsent(type, any -> new LinkedHashSet<>()).add(subscriber);
                types.put(type.wireName(), type);
            }
        }
        for (StateConsumer<?> keeper : keepers) {
            String topic = keeper.type().topic();
            if (this.keepers.put(topic, keeper) != null
                    || byType.keySet().stream().anyMatch(type -> type.topic().equals(topic))) {
                throw new IllegalArgumentException("The topic " + topic + " is subscribed twice");
            }
            types.put(keeper.type().wireName(), keeper.type());
        }
    }

    /** All topics to consume. */
    public Set<String> topics() {
        Set<String> topics = new TreeSet<>(keepers.keySet());
        byType.keySet().forEach(type -> topics.add(type.topic()));
        return topics;
    }

    /** The compacted ones among {@link #topics()}. */
    public Set<String> stateTopics() {
        return Set.copyOf(keepers.keySet());
    }

    /** Who may say what. */
    public Senders senders() {
        return senders;
    }

    @Nullable
    public StateConsumer<?> stateConsumerOf(String topic) {
        return keepers.get(topic);
    }

    @Nullable
    public EventType<?> type(String wireName) {
        return types.get(wireName);
    }

    public boolean knowsOlderThan(String nameWithoutVersion, int version) {
        return types.keySet().stream()
                .filter(known -> known.startsWith(nameWithoutVersion + ".v"))
                .anyMatch(known -> Integer.parseInt(known.substring(nameWithoutVersion.length() + 2)) < version);
    }

    /**
     * Applies facts and states in order. Each subscriber gets as many facts at once as it can without one journey's facts
     * changing their order between subscribers.
     */
    public void apply(List<InboundRecord> records) {
        Map<EventConsumer, List<ReceivedEvent<?>>> gathered = new LinkedHashMap<>();
        Map<String, Set<EventConsumer>> gatheredFor = new HashMap<>();
        for (InboundRecord record : records) {
            if (record instanceof InboundRecord.Fact fact) {
                Set<EventConsumer> subscribers =
                        byType.getOrDefault(fact.event().type(), Set.of());
                Set<EventConsumer> before = gatheredFor.put(fact.orderingKey(), subscribers);
                if (before != null && !before.equals(subscribers)) {
                    deliver(gathered);
                    gatheredFor.clear();
                    gatheredFor.put(fact.orderingKey(), subscribers);
                }
                for (EventConsumer subscriber : subscribers) {
                    gathered.computeIfAbsent(subscriber, any -> new ArrayList<>())
                            .add(fact.event());
                }
            } else if (record instanceof InboundRecord.State state) {
                deliver(gathered);
                gatheredFor.clear();
                changed(state);
            }
        }
        deliver(gathered);
    }

    private static void deliver(Map<EventConsumer, List<ReceivedEvent<?>>> gathered) {
        gathered.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().phase()))
                .forEach(entry -> entry.getKey().apply(List.copyOf(entry.getValue())));
        gathered.clear();
    }

    @SuppressWarnings("unchecked") // The reader has read the value as the class of the keeper's type.
    private void changed(InboundRecord.State state) {
        StateConsumer<Object> keeper =
                (StateConsumer<Object>) keepers.get(state.raw().topic());
        if (keeper != null) {
            keeper.changed(state.key(), state.value());
        }
    }
}
