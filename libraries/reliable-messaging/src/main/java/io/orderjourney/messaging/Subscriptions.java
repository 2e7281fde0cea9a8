package io.orderjourney.messaging;

import io.orderjourney.contracts.EventType;
import java.util.ArrayList;
import java.util.Collection;
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

    private final Map<EventType<?>, Set<EventSubscriber>> byType = new HashMap<>();
    private final Map<String, StateSubscriber<?>> keepers = new HashMap<>();
    private final Map<String, EventType<?>> types = new HashMap<>();

    /** @throws IllegalArgumentException if a topic is both of facts and of states, or has two keepers */
    public Subscriptions(
            Collection<? extends EventSubscriber> subscribers, Collection<? extends StateSubscriber<?>> keepers) {
        for (EventSubscriber subscriber : subscribers) {
            for (EventType<?> type : subscriber.types()) {
                byType.computeIfAbsent(type, any -> new LinkedHashSet<>()).add(subscriber);
                types.put(type.wireName(), type);
            }
        }
        for (StateSubscriber<?> keeper : keepers) {
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

    @Nullable
    StateSubscriber<?> keeperOf(String topic) {
        return keepers.get(topic);
    }

    @Nullable
    EventType<?> type(String wireName) {
        return types.get(wireName);
    }

    boolean knowsOlderThan(String nameWithoutVersion, int version) {
        return types.keySet().stream()
                .filter(known -> known.startsWith(nameWithoutVersion + ".v"))
                .anyMatch(known -> Integer.parseInt(known.substring(nameWithoutVersion.length() + 2)) < version);
    }

    /**
     * Applies facts and states in order. Each subscriber gets as many facts at once as it can without one journey's facts
     * changing their order between subscribers.
     */
    void apply(List<Arrival> arrivals) {
        Map<EventSubscriber, List<ReceivedEvent<?>>> gathered = new LinkedHashMap<>();
        Map<String, Set<EventSubscriber>> gatheredFor = new HashMap<>();
        for (Arrival arrival : arrivals) {
            if (arrival instanceof Arrival.Fact fact) {
                Set<EventSubscriber> subscribers =
                        byType.getOrDefault(fact.event().type(), Set.of());
                Set<EventSubscriber> before = gatheredFor.put(fact.orderingKey(), subscribers);
                if (before != null && !before.equals(subscribers)) {
                    deliver(gathered);
                    gatheredFor.clear();
                    gatheredFor.put(fact.orderingKey(), subscribers);
                }
                for (EventSubscriber subscriber : subscribers) {
                    gathered.computeIfAbsent(subscriber, any -> new ArrayList<>())
                            .add(fact.event());
                }
            } else if (arrival instanceof Arrival.State state) {
                deliver(gathered);
                gatheredFor.clear();
                changed(state);
            }
        }
        deliver(gathered);
    }

    private static void deliver(Map<EventSubscriber, List<ReceivedEvent<?>>> gathered) {
        gathered.forEach((subscriber, events) -> subscriber.apply(List.copyOf(events)));
        gathered.clear();
    }

    @SuppressWarnings("unchecked") // The reader has read the value as the class of the keeper's type.
    private void changed(Arrival.State state) {
        StateSubscriber<Object> keeper =
                (StateSubscriber<Object>) keepers.get(state.raw().topic());
        if (keeper != null) {
            keeper.changed(state.key(), state.value());
        }
    }
}
