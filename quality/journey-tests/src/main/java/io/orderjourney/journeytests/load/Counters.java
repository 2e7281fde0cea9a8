package io.orderjourney.journeytests.load;

import io.orderjourney.journeytests.shop.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Calls, responses and latency of each endpoint, in real time. */
final class Counters {

    /** The calls of one endpoint. */
    static final class Endpoint {
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

    private final Map<String, Endpoint> endpoints = new TreeMap<>();

    /** Calls an endpoint and records the outcome. */
    Shop.Response call(String endpoint, Supplier<Shop.Response> call) {
        long begunNanos = System.nanoTime();
        Shop.Response response = call.get();
        long micros = (System.nanoTime() - begunNanos) / 1000;
        synchronized (this) {
            Endpoint used = endpoints.computeIfAbsent(endpoint, first -> new Endpoint());
            used.micros.add(micros);
            used.statuses.merge(response.status(), 1, Integer::sum);
            if (response.status() / 100 != 2) {
                used.lastRefusal =
                        response.status() + " " + response.body().path("detail").asText();
            }
        }
        return response;
    }

    synchronized Map<String, Endpoint> endpoints() {
        return new TreeMap<>(endpoints);
    }

    /** Responses of 500 and above, over all endpoints. */
    synchronized int serverErrors() {
        return endpoints.values().stream()
                .flatMap(endpoint -> endpoint.statuses.entrySet().stream())
                .filter(status -> status.getKey() >= 500)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
