package io.orderjourney.stack.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.utils.AppInfoParser;

/** One Kafka broker that is its own controller (KRaft). */
public final class LocalKafka extends LocalServer<LocalKafka> {

    /** The broker's version, for people to read. */
    public static final String VERSION = AppInfoParser.getVersion();

    /** How long one look waits for an answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String CLASS_PATH = "broker-class-path.txt";

    /** Stands for the local Maven repository in that list. */
    private static final String PLACE = "REPOSITORY";

    /** An archive of the broker's classes, with which Java starts it with less than half the work. */
    private static final String ARCHIVE = "io.orderjourney.servers.broker-archive";

    private final int controllerPort;
    private int administrationPort;
    private final List<String> javaOptions = new ArrayList<>(List.of(
            "-Xmx320m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            // Java goes on without the archive if it does not fit or is not there.
            "-Xshare:auto"));

    private LocalKafka(Path directory, int port, int controllerPort) {
        super("Kafka", directory, port);
        this.controllerPort = controllerPort == 0 ? Ports.free() : controllerPort;
        this.administrationPort = port();
        identity();
        topics();
        smallMachine();
        shareClasses();
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

    /**
     * Clients have to log in (SCRAM) and may do what an access rule allows. Users and rules are made at {@link #administration()},
     * whose port is told to nobody else.
     */
    public LocalKafka withAccessRules() {
        administrationPort = Ports.free();
        with("listeners", settings().get("listeners") + ",ADMINISTRATION://127.0.0.1:" + administrationPort);
        with(
                "advertised.listeners",
                settings().get("advertised.listeners") + ",ADMINISTRATION://127.0.0.1:" + administrationPort);
        with("listener.security.protocol.map", "CLIENTS:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT,ADMINISTRATION:PLAINTEXT");
        with("inter.broker.listener.name", "ADMINISTRATION");
        with("sasl.enabled.mechanisms", "SCRAM-SHA-512");
        with(
                "listener.name.clients.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        with("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        with("allow.everyone.if.no.acl.found", "false");
        // Who comes through the two listeners without a login: the broker itself, and who administers it.
        with("super.users", "User:ANONYMOUS");
        return this;
    }

    /** Where it is administered; the same as for clients unless they have to log in. */
    public String administration() {
        return "127.0.0.1:" + administrationPort;
    }

    /** Starts with an archive of classes, wherever one was made; the system property says where for all brokers of a program. */
    private void shareClasses() {
        String archive = System.getProperty(ARCHIVE, "");
        if (!archive.isEmpty() && Files.exists(Path.of(archive))) {
            javaOptions.add("-XX:SharedArchiveFile=" + archive);
        }
    }

    /** Makes the archive when the broker is stopped in order. It fits a broker on the same class path and the same Java. */
    public LocalKafka archiveClassesTo(Path archive) {
        javaOptions.removeIf(option -> option.startsWith("-XX:SharedArchiveFile"));
        javaOptions.add("-XX:ArchiveClassesAtExit=" + archive);
        return this;
    }

    @Override
    LocalKafka self() {
        return this;
    }

    @Override
    ChildProcess.Command prepare() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        command.addAll(List.of(
                "-cp",
                classPath(),
                BrokerProgram.class.getName(),
                writeSettings().toString(),
                data().toString()));
        return new ChildProcess.Command(name(), command, Map.of(), directory(), log(), "TERM", Duration.ofSeconds(15));
    }

    @Override
    boolean serves() {
        // A client that asks too early fills the log of whoever starts the broker with its attempts.
        return Ports.isOpen(port()) && answers();
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port();
    }

    private void identity() {
        with("process.roles", "broker,controller");
        with("node.id", "1");
        with("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        with("listeners", "CLIENTS://127.0.0.1:" + port() + ",CONTROLLER://127.0.0.1:" + controllerPort);
        with("advertised.listeners", "CLIENTS://127.0.0.1:" + port());
        with("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT");
        with("controller.listener.names", "CONTROLLER");
        with("inter.broker.listener.name", "CLIENTS");
        with("log.dirs", data().toString());
        // With the default nine seconds a killed broker waits that long for its own old session to end.
        with("broker.session.timeout.ms", "2000");
        with("broker.heartbeat.interval.ms", "500");
    }

    private void topics() {
        with("auto.create.topics.enable", "false");
        with("num.partitions", "4");
        with("default.replication.factor", "1");
        with("min.insync.replicas", "1");
        with("unclean.leader.election.enable", "false");
        with("offsets.topic.replication.factor", "1");
        with("offsets.topic.num.partitions", "4");
        with("transaction.state.log.replication.factor", "1");
        with("transaction.state.log.min.isr", "1");
        with("transaction.state.log.num.partitions", "4");
        with("share.coordinator.state.topic.replication.factor", "1");
        with("share.coordinator.state.topic.min.isr", "1");
        with("group.initial.rebalance.delay.ms", "0");
        // A client may ask for less than Kafka's six seconds: on one machine a heartbeat is never that late.
        with("group.min.session.timeout.ms", "1000");
    }

    private void smallMachine() {
        with("num.network.threads", "2");
        with("num.io.threads", "4");
        with("background.threads", "2");
        // A record each half second tells other brokers how late they are; here are none.
        with("metadata.max.idle.interval.ms", "0");
        with("log.cleaner.dedupe.buffer.size", Integer.toString(16 * 1024 * 1024));
        with("log.index.size.max.bytes", Integer.toString(1024 * 1024));
    }

    private Path writeSettings() {
        Path file = directory().resolve("server.properties");
        Properties properties = new Properties();
        properties.putAll(settings());
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
                administration(),
                "reconnect.backoff.ms",
                "50",
                "reconnect.backoff.max.ms",
                "100",
                "request.timeout.ms",
                Long.toString(PATIENCE.toMillis()),
                "default.api.timeout.ms",
                Long.toString(PATIENCE.toMillis()));
    }

    private boolean answers() {
        Admin admin = Admin.create(adminSettings());
        try {
            return !admin.describeCluster()
                    .nodes()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            // Without a limit a client waits for as long as it takes; whether the broker serves is known by now.
            admin.close(PATIENCE);
        }
    }

    @Override
    void explain(ChildProcess process) {
        // Java writes what each of its threads does into the log.
        process.signal("QUIT");
        Readiness.pause();
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
