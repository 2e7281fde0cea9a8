package io.orderjourney.stack.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.utils.AppInfoParser;
import org.jspecify.annotations.Nullable;

/**
 * One Kafka broker that is its own controller (KRaft), on this machine's loopback address, with its data in a given folder.
 * The ports stay the same over {@link #kill()} and {@link #start()}.
 */
public final class LocalKafka implements AutoCloseable {

    /** The broker's version, for people to read. */
    public static final String VERSION = AppInfoParser.getVersion();

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final String CLASS_PATH = "broker-class-path.txt";

    /** Stands for the local Maven repository in that list. */
    private static final String PLACE = "REPOSITORY";

    private final Path directory;
    private final int port;
    private final int controllerPort;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private Path log;
    private @Nullable DirectoryLock lock;
    private @Nullable ChildProcess process;

    private LocalKafka(Path directory, int port, int controllerPort) {
        this.directory = directory.toAbsolutePath();
        this.log = this.directory.resolve("kafka.log");
        this.port = port == 0 ? Ports.free() : port;
        this.controllerPort = controllerPort == 0 ? Ports.free() : controllerPort;
        identity();
        topics();
        smallMachine();
    }

    /**
     * A broker that is not started yet.
     *
     * @param directory holds the data and the log
     * @param port for clients, 0 for a free one
     * @param controllerPort for the broker's own use, 0 for a free one
     */
    public static LocalKafka in(Path directory, int port, int controllerPort) {
        return new LocalKafka(directory, port, controllerPort);
    }

    /** Adds a setting of server.properties; takes effect with the next start. */
    public LocalKafka with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    /** Writes its log to this file instead of one in its folder. */
    public LocalKafka logTo(Path file) {
        log = file.toAbsolutePath();
        return this;
    }

    /** Starts the broker and returns when it serves clients. */
    public synchronized LocalKafka start() {
        if (process != null && process.isAlive()) {
            throw new IllegalStateException("Kafka is running already, process " + process.pid());
        }
        if (lock == null) {
            lock = DirectoryLock.of(directory);
        }
        Path properties = writeSettings();
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-cp",
                classPath(),
                BrokerProgram.class.getName(),
                properties.toString(),
                data().toString());
        ChildProcess started = ChildProcess.start(
                new ChildProcess.Command("Kafka", command, Map.of(), directory, log(), "TERM", Duration.ofSeconds(15)));
        process = started;
        // A client that asks too early fills the log of whoever starts the broker with its attempts.
        boolean listens = Readiness.await(started, START_LIMIT, () -> Ports.isOpen(port));
        if (!listens || !Readiness.await(started, START_LIMIT, this::serves)) {
            throw new IllegalStateException("Kafka did not start:\n" + Readiness.lastLines(log()));
        }
        return this;
    }

    /** Stops in order. */
    public synchronized void stop() {
        if (process != null) {
            process.stop();
        }
    }

    /** Signal 9 to the broker. */
    public synchronized void kill() {
        if (process != null) {
            process.kill();
        }
    }

    public void restart() {
        stop();
        start();
    }

    /** Stops the broker and lets another program use the folder. */
    @Override
    public synchronized void close() {
        stop();
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /** Where the server writes what happened to it. */
    public Path log() {
        return log;
    }

    public synchronized long pid() {
        if (process == null) {
            throw new IllegalStateException("Kafka was not started");
        }
        return process.pid();
    }

    /** The running or last process, for a watcher of its exit. */
    public synchronized @Nullable ChildProcess process() {
        return process;
    }

    private void identity() {
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("listeners", "CLIENTS://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "CLIENTS://127.0.0.1:" + port);
        settings.put("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "CLIENTS");
        settings.put("log.dirs", data().toString());
        // With the default nine seconds a killed broker waits that long for its own old session to end.
        settings.put("broker.session.timeout.ms", "2000");
        settings.put("broker.heartbeat.interval.ms", "500");
    }

    private void topics() {
        settings.put("auto.create.topics.enable", "false");
        settings.put("num.partitions", "4");
        settings.put("default.replication.factor", "1");
        settings.put("min.insync.replicas", "1");
        settings.put("unclean.leader.election.enable", "false");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
    }

    private void smallMachine() {
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 * 1024 * 1024));
        settings.put("log.index.size.max.bytes", Integer.toString(1024 * 1024));
    }

    private Path data() {
        return directory.resolve("data");
    }

    private Path writeSettings() {
        Path file = directory.resolve("server.properties");
        Properties properties = new Properties();
        properties.putAll(settings);
        try (var out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> adminSettings() {
        return Map.of(
                "bootstrap.servers",
                bootstrapServers(),
                "reconnect.backoff.ms",
                "50",
                "reconnect.backoff.max.ms",
                "100",
                "request.timeout.ms",
                "2000",
                "default.api.timeout.ms",
                "2000");
    }

    private boolean serves() {
        try (Admin admin = Admin.create(adminSettings())) {
            return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The jars that the build resolved for the broker, found beside the Kafka jar that this program itself uses. */
    private static String classPath() {
        Path own = location(BrokerProgram.class);
        String client = location(Admin.class).toString();
        String repository = client.substring(0, client.indexOf("/org/apache/kafka/kafka-clients/"));
        try (InputStream list = LocalKafka.class.getResourceAsStream(CLASS_PATH)) {
            if (list == null) {
                throw new IllegalStateException(CLASS_PATH + " is missing: build this module with Maven");
            }
            String jars = new String(list.readAllBytes(), StandardCharsets.UTF_8).trim();
            return own + ":"
                    + List.of(jars.split("\\|")).stream()
                            .map(jar -> repository + jar.substring(PLACE.length()))
                            .collect(Collectors.joining(":"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
