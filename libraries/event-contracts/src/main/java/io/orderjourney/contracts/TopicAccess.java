package io.orderjourney.contracts;

import static io.orderjourney.contracts.EventTypes.BANK_DECISION_REPORTED;
import static io.orderjourney.contracts.EventTypes.COURIER_REPORTED;
import static io.orderjourney.contracts.EventTypes.PROMISE_AT_RISK;
import static io.orderjourney.contracts.EventTypes.PROMISE_MISSED;
import static io.orderjourney.contracts.EventTypes.REPAIR_REPORTED;
import static io.orderjourney.contracts.EventTypes.STOCK_ARRIVAL_REPORTED;
import static io.orderjourney.contracts.EventTypes.SUPPLIER_ETA_REPORTED;
import static io.orderjourney.contracts.EventTypes.WAITING_EXPIRED;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who tells what on Kafka, and who reads it: one list, from which come both the check of each record that is read and what the
 * broker allows to each principal. A principal is called like its service or partner.
 */
public final class TopicAccess {

    private static final String ORDER = "order-service";
    private static final String CREDIT = "credit-service";
    private static final String FULFILLMENT = "fulfillment-service";
    private static final String NOTIFICATION = "notification-service";

    /** The four services; each is a principal and a consumer group of this name. */
    public static final Set<String> SERVICES = Set.of(ORDER, CREDIT, FULFILLMENT, NOTIFICATION);

    /** The source of the shop's own warehouse system, which alone says what lies on a shelf. */
    public static final String WAREHOUSE = "/warehouse";

    /** The source of a partner begins with this; its name follows. */
    public static final String PARTNERS = "/partners/";

    public static final String BANK = PARTNERS + "bank";
    public static final String COURIER = PARTNERS + "courier";

    private static final Map<String, Set<String>> WRITERS_OF_TOPIC = Map.ofEntries(
            Map.entry("orders", Set.of(ORDER)),
            Map.entry("credit", Set.of(CREDIT)),
            Map.entry("fulfillment", Set.of(FULFILLMENT)),
            // The desk that made a promise says what becomes of it.
            Map.entry("promises", SERVICES),
            Map.entry("notices", Set.of(NOTIFICATION)),
            Map.entry("journeys", Set.of(ORDER)),
            Map.entry("customers", Set.of(ORDER)),
            Map.entry("replies", Set.of(ORDER)),
            Map.entry("erasures", SERVICES),
            Map.entry("policies", Set.of(NOTIFICATION)),
            Map.entry("pickup-points", Set.of(FULFILLMENT)),
            Map.entry("catalogue", Set.of(FULFILLMENT)),
            Map.entry("heartbeats", SERVICES));

    /** Topics that say how things are now, not what happened. */
    private static final Set<String> OF_STATES =
            Set.of("journeys", "customers", "replies", "policies", "pickup-points", "catalogue", "heartbeats");

    /** What the watch alone may say on a topic of many. */
    private static final Set<EventType<?>> OF_THE_WATCH = Set.of(PROMISE_AT_RISK, PROMISE_MISSED, WAITING_EXPIRED);

    /** Types that come from outside the four services, signed with a secret that only their sender and we know. */
    private static final Map<EventType<?>, String> INBOUND = Map.of(
            STOCK_ARRIVAL_REPORTED, WAREHOUSE,
            BANK_DECISION_REPORTED, BANK,
            COURIER_REPORTED, COURIER,
            SUPPLIER_ETA_REPORTED, PARTNERS,
            REPAIR_REPORTED, PARTNERS);

    private static final Map<String, Set<String>> TOPICS_READ_BY = Map.of(
            ORDER,
            Set.of(
                    "orders",
                    "credit",
                    "fulfillment",
                    "promises",
                    "notices",
                    "erasures",
                    "policies",
                    "pickup-points",
                    "catalogue",
                    "supplier-etas"),
            CREDIT,
            Set.of(
                    "orders",
                    "credit",
                    "fulfillment",
                    "promises",
                    "notices",
                    "customers",
                    "policies",
                    "pickup-points",
                    "bank-decisions"),
            FULFILLMENT,
            Set.of(
                    "orders",
                    "credit",
                    "promises",
                    "notices",
                    "customers",
                    "policies",
                    "pickup-points",
                    "stock-arrivals",
                    "supplier-etas"),
            NOTIFICATION,
            Set.of(
                    "orders",
                    "credit",
                    "fulfillment",
                    "promises",
                    "notices",
                    "customers",
                    "replies",
                    "policies",
                    "pickup-points",
                    "heartbeats"));

    private TopicAccess() {}

    /** What an access rule of the broker is about. */
    public enum Resource {
        TOPIC,
        GROUP
    }

    /** What it lets its principal do; the names are Kafka's. */
    public enum Operation {
        READ,
        WRITE,
        DESCRIBE,
        DESCRIBE_CONFIGS
    }

    /**
     * One access rule of the broker. What no rule allows is refused.
     *
     * @param principal the user with which a service or a partner logs in
     * @param name of the topic or consumer group
     */
    public record Grant(String principal, Operation operation, Resource resource, String name) {}

    /** Whether the source is one that tells this type. */
    public static boolean mayTell(String source, EventType<?> type) {
        String partner = INBOUND.get(type);
        if (partner != null) {
            return partner.equals(PARTNERS) ? source.matches("/partners/[a-z][a-z0-9-]{0,39}") : source.equals(partner);
        }
        return sources(type).contains(source);
    }

    /** Whether records of this type must be signed. */
    public static boolean isSigned(EventType<?> type) {
        return INBOUND.containsKey(type);
    }

    /** The sources that tell this type, of the four services; empty for a type that comes from outside. */
    public static Set<String> sources(EventType<?> type) {
        Set<String> writers = OF_THE_WATCH.contains(type)
                ? Set.of(NOTIFICATION)
                : WRITERS_OF_TOPIC.getOrDefault(type.topic(), Set.of());
        Set<String> sources = new TreeSet<>();
        writers.forEach(service -> sources.add("/" + service));
        return sources;
    }

    /** Whether the broker keeps the newest value of each key of this topic, instead of everything for a time. */
    public static boolean isCompacted(String topic) {
        return OF_STATES.contains(topic);
    }

    /** The topics that a service may read; empty for what is not one of the four. */
    public static Set<String> readBy(String service) {
        return TOPICS_READ_BY.getOrDefault(service, Set.of());
    }

    /** Every access rule of the four services and of the partners that write over Kafka, in a stable order. */
    public static List<Grant> grants() {
        List<Grant> grants = new ArrayList<>();
        for (String service : new TreeSet<>(SERVICES)) {
            grants.add(new Grant(service, Operation.READ, Resource.GROUP, service));
            Map<String, Set<Operation>> byTopic = new TreeMap<>();
            WRITERS_OF_TOPIC.forEach((topic, writers) -> {
                if (writers.contains(service)) {
                    operations(byTopic, topic).addAll(Set.of(Operation.WRITE, Operation.DESCRIBE));
                }
            });
            // It looks at the settings of what it reads, and says when they are unsafe.
            readBy(service)
                    .forEach(topic -> operations(byTopic, topic)
                            .addAll(Set.of(Operation.READ, Operation.DESCRIBE, Operation.DESCRIBE_CONFIGS)));
            byTopic.forEach((topic, operations) ->
                    operations.forEach(operation -> grants.add(new Grant(service, operation, Resource.TOPIC, topic))));
        }
        partner(grants, "bank", BANK_DECISION_REPORTED);
        partner(grants, "courier", COURIER_REPORTED);
        partner(grants, "suppliers", SUPPLIER_ETA_REPORTED);
        partner(grants, "warehouse", STOCK_ARRIVAL_REPORTED);
        partner(grants, "workshops", REPAIR_REPORTED);
        return grants;
    }

    private static Set<Operation> operations(Map<String, Set<Operation>> byTopic, String topic) {
        return byTopic.computeIfAbsent(topic, first -> new TreeSet<>());
    }

    /** A partner writes, and reads nothing. */
    private static void partner(List<Grant> grants, String principal, EventType<?> type) {
        grants.add(new Grant(principal, Operation.WRITE, Resource.TOPIC, type.topic()));
        grants.add(new Grant(principal, Operation.DESCRIBE, Resource.TOPIC, type.topic()));
    }
}
