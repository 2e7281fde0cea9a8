package io.orderjourney.operations;

import io.orderjourney.messaging.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The settings of PostgreSQL and Kafka that the delivery guarantee rests on. What was acknowledged must survive the loss of power, and one journey
 * must stay on one partition. {@code docs/server-settings.md} explains each.
 */
final class ServerSettings {

    private static final Duration RETENTION_MIN = Duration.ofDays(7);
    private static final int REPLICAS_MIN = 3;
    private static final int IN_SYNC_MIN = 2;

    private ServerSettings() {}

    /**
     * A setting that the guarantees do not hold with.
     *
     * @param loses whether something acknowledged can be lost or disordered; otherwise it only gets harder to recover
     */
    record Objection(String setting, String found, String wanted, boolean loses) {

        @Override
        public String toString() {
            return setting + " is " + found + ", not " + wanted;
        }
    }

    private record Rule(String setting, String wanted, Predicate<String> holds, boolean loses) {

        Optional<Objection> objection(Map<String, String> settings) {
            String found = settings.getOrDefault(setting, "not set");
            return holds.test(found) ? Optional.empty() : Optional.of(new Objection(setting, found, wanted, loses));
        }
    }

    private static final List<Rule> DATABASE = List.of(
            new Rule("fsync", "on", "on"::equals, true),
            new Rule("full_page_writes", "on", "on"::equals, true),
            new Rule(
                    "synchronous_commit",
                    "on, remote_write or remote_apply",
                    value -> List.of("on", "remote_write", "remote_apply").contains(value),
                    true),
            new Rule("zero_damaged_pages", "off", "off"::equals, true),
            new Rule("data_sync_retry", "off", "off"::equals, true),
            new Rule("transaction_read_only", "off", "off"::equals, true),
            new Rule("data_checksums", "on", "on"::equals, false),
            new Rule("restart_after_crash", "on", "on"::equals, false));

    /** The names of the settings that {@link #ofDatabase} looks at. */
    static List<String> databaseSettings() {
        return DATABASE.stream().map(Rule::setting).toList();
    }

    static List<Objection> ofDatabase(Map<String, String> settings) {
        return DATABASE.stream()
                .flatMap(rule -> rule.objection(settings).stream())
                .toList();
    }

    /**
     * A topic as the broker describes it.
     *
     * @param replicas of its partition with the fewest
     * @param config its settings by name
     */
    record Topic(String name, int partitions, int replicas, Map<String, String> config) {}

    /** @param compacted whether it holds states */
    static List<Objection> ofTopic(Topic topic, boolean compacted) {
        List<Objection> objections = new ArrayList<>();
        check(
                objections,
                topic,
                "partitions",
                topic.partitions(),
                topic.partitions() == Topics.PARTITIONS,
                Integer.toString(Topics.PARTITIONS),
                true);
        check(
                objections,
                topic,
                "replication factor",
                topic.replicas(),
                topic.replicas() >= REPLICAS_MIN,
                "at least " + REPLICAS_MIN,
                false);
        Map<String, String> config = topic.config();
        String unclean = config.getOrDefault("unclean.leader.election.enable", "not set");
        check(objections, topic, "unclean.leader.election.enable", unclean, unclean.equals("false"), "false", true);
        String inSync = config.getOrDefault("min.insync.replicas", "0");
        check(
                objections,
                topic,
                "min.insync.replicas",
                inSync,
                number(inSync) >= IN_SYNC_MIN,
                "at least " + IN_SYNC_MIN,
                false);
        String cleanup = config.getOrDefault("cleanup.policy", "not set");
        String wanted = compacted ? "compact" : "delete";
        check(objections, topic, "cleanup.policy", cleanup, cleanup.equals(wanted), wanted, true);
        String retention = config.getOrDefault("retention.ms", "0");
        boolean kept = number(retention) == -1 || number(retention) >= RETENTION_MIN.toMillis();
        check(
                objections,
                topic,
                "retention.ms",
                retention,
                compacted || kept,
                "-1 or at least " + RETENTION_MIN.toMillis(),
                false);
        return objections;
    }

    private static void check(
            List<Objection> objections,
            Topic topic,
            String setting,
            Object found,
            boolean holds,
            String wanted,
            boolean loses) {
        if (!holds) {
            objections.add(new Objection(setting + " of topic " + topic.name(), found.toString(), wanted, loses));
        }
    }

    private static long number(String text) {
        return text.matches("-?[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }
}
