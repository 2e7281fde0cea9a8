package io.orderjourney.journeytests.load;

import io.orderjourney.journeytests.shop.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** How often each door was used, how it answered and how long it took in real time. */
final class Tally {

    /** The calls of one door. */
    static final class Door {
        private final List<Long> micros = new ArrayList<>();
        private final Map<Integer, Integer> statuses = new TreeMap<>();
        private String lastRefusal = "";

        int calls() {
            return micros.size();
        }

        Map<Integer, Integer> statuses() {
            return statuses;
        }

        String lastRefusal() {
            return lastRefusal;
        }

        /** The latency that this share of the calls stayed within, in milliseconds. */
        double millisAt(double share) {
            List<Long> sorted = micros.stream().sorted().toList();
            return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(share * sorted.size()) - 1) / 1000.0;
        }
    }

    private final Map<String, Door> doors = new TreeMap<>();

    /** Calls a door and writes down how that went. */
    Shop.Answer call(String door, Supplier<Shop.Answer> call) {
        long begunNanos = System.nanoTime();
        Shop.Answer answer = call.get();
        long micros = (System.nanoTime() - begunNanos) / 1000;
        synchronized (this) {
            Door used = doors.computeIfAbsent(door, first -> new Door());
            used.micros.add(micros);
            used.statuses.merge(answer.status(), 1, Integer::sum);
            if (answer.status() / 100 != 2) {
                used.lastRefusal =
                        answer.status() + " " + answer.body().path("detail").asText();
            }
        }
        return answer;
    }

    synchronized Map<String, Door> doors() {
        return new TreeMap<>(doors);
    }

    /** Answers of 500 and above, over all doors. */
    synchronized int serverErrors() {
        return doors.values().stream()
                .flatMap(door -> door.statuses.entrySet().stream())
                .filter(status -> status.getKey() >= 500)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
