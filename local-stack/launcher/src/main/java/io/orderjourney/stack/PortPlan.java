package io.orderjourney.stack;

import io.orderjourney.stack.servers.Ports;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Fourteen ports in a row, each with its place, so that one number tells where everything is. */
public record PortPlan(int base) {

    /** Where a stack listens when nobody says otherwise. */
    public static final int USUAL_BASE = 9100;

    private static final int COUNT = 14;

    /** A row is looked for among so many, one every twenty ports. */
    private static final int ROWS = 1_000;

    public PortPlan {
        if (base < 1024 || base > 65_535 - COUNT) {
            throw new IllegalArgumentException("A port base lies between 1024 and " + (65_535 - COUNT) + ".");
        }
    }

    /** Free ports in a row, outside the range that the system hands out by itself. */
    public static PortPlan free() {
        for (int attempt = 0; attempt < 200; attempt++) {
            PortPlan plan =
                    new PortPlan(10_000 + 20 * ThreadLocalRandom.current().nextInt(ROWS));
            if (plan.taken().isEmpty()) {
                return plan;
            }
        }
        throw new IllegalStateException("No " + COUNT + " free ports in a row were found.");
    }

    public int frontDoor() {
        return base;
    }

    public int service(ServiceName service) {
        return base + 1 + service.ordinal();
    }

    public int kafka() {
        return base + 5;
    }

    public int kafkaController() {
        return base + 6;
    }

    public int postgres() {
        return base + 7;
    }

    public int smtp() {
        return base + 8;
    }

    public int simulators() {
        return base + 9;
    }

    /** Where a service shows its health, its metrics and its API's description: to people who run it, not to callers. */
    public int management(ServiceName service) {
        return base + 10 + service.ordinal();
    }

    /** Sentences about the ports that somebody else listens on; empty when all is well. */
    public List<String> taken() {
        Map<String, Integer> places = new LinkedHashMap<>();
        places.put("the front door", frontDoor());
        for (ServiceName service : ServiceName.values()) {
            places.put(service.text(), service(service));
        }
        places.put("Kafka", kafka());
        places.put("Kafka's controller", kafkaController());
        places.put("PostgreSQL", postgres());
        places.put("the mail catcher", smtp());
        places.put("the simulators", simulators());
        for (ServiceName service : ServiceName.values()) {
            places.put(service.text() + "'s management", management(service));
        }
        List<String> taken = new ArrayList<>();
        places.forEach((place, port) -> {
            if (!Ports.isFree(port)) {
                taken.add("port " + port + " (" + place + ")");
            }
        });
        return taken;
    }
}
