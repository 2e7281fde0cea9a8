package io.orderjourney.messaging;

import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.ReceivedEvent;
import io.orderjourney.testservers.Database;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A replica in a process of its own, which signal 9 ends: at a crash point of its own, or whenever its parent wants. */
final class DoomedReplica {

    /** How long the broker believes in a member that was killed; everybody waits for it. */
    static final Duration MEMBERSHIP = Duration.ofMillis(2_500);

    enum Point {
        BEFORE_SEND,
        AFTER_BROKER_ACK,
        BEFORE_COMMIT,
        AFTER_COMMIT,
        NEVER
    }

    private final Process process;

    private DoomedReplica(Process process) {
        this.process = process;
    }

    /** Starts a replica that kills itself when it comes to this point for the nth time. */
    static DoomedReplica start(
            Database database, String bootstrapServers, String service, TestTopic topic, Point point, int nth, Path log)
            throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                DoomedReplica.class.getName(),
                database.jdbcUrl(),
                database.user(),
                database.password(),
                bootstrapServers,
                service,
                topic.name,
                point.name(),
                Integer.toString(nth));
        File output = log.toFile();
        return new DoomedReplica(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output))
                .start());
    }

    /** 137 is what a process leaves that was ended by signal 9. */
    int awaitDeath() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("It never came to its crash point");
        }
        return process.exitValue();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    public static void main(String[] args) throws InterruptedException {
        Point point = Point.valueOf(args[6]);
        int nth = Integer.parseInt(args[7]);
        AtomicInteger hits = new AtomicInteger();
        TestTopic topic = new TestTopic(args[5]);
        TestDatabase database = TestDatabase.at(new Database(args[0], args[1], args[2]));
        Replica replica = Replica.on(database, args[3])
                .service(args[4])
                .timeout("session.timeout.ms", MEMBERSHIP)
                .timeout("heartbeat.interval.ms", MEMBERSHIP.dividedBy(5))
                .subscribers(
                        Replica.effectsIn(database, topic),
                        beforeCommit(topic, () -> dieAt(Point.BEFORE_COMMIT, point, hits, nth)))
                .beforeSend(() -> dieAt(Point.BEFORE_SEND, point, hits, nth))
                .afterBrokerAck(() -> dieAt(Point.AFTER_BROKER_ACK, point, hits, nth))
                .build();
        replica.withRelay().withConsumer(() -> dieAt(Point.AFTER_COMMIT, point, hits, nth));
        new CountDownLatch(1).await();
    }

    /** The last subscriber runs when all effects are written and nothing is committed. */
    private static EventConsumer beforeCommit(TestTopic topic, Runnable what) {
        return new EventConsumer() {
            @Override
            public java.util.Set<io.orderjourney.contracts.EventType<?>> types() {
                return java.util.Set.of(topic.packed);
            }

            @Override
            public void apply(List<ReceivedEvent<?>> freshEvents) {
                what.run();
            }
        };
    }

    private static void dieAt(Point here, Point wanted, AtomicInteger hits, int nth) {
        if (here != wanted || hits.incrementAndGet() != nth) {
            return;
        }
        try {
            new ProcessBuilder(
                            "kill", "-9", Long.toString(ProcessHandle.current().pid()))
                    .start();
            new CountDownLatch(1).await();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
