package io.orderjourney.stack.run;

import io.orderjourney.stack.Credentials;
import io.orderjourney.stack.PortPlan;
import io.orderjourney.stack.ServiceName;
import io.orderjourney.stack.StackFile;
import io.orderjourney.stack.clock.StackClock;
import io.orderjourney.stack.frontdoor.FrontDoor;
import io.orderjourney.stack.mail.MailCatcher;
import io.orderjourney.stack.servers.ChildProcess;
import io.orderjourney.stack.servers.DirectoryLock;
import io.orderjourney.stack.servers.LocalKafka;
import io.orderjourney.stack.servers.LocalPostgres;
import io.orderjourney.stack.simulators.Simulators;
import io.orderjourney.time.SettableClock;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** A whole stack: starts its parts in order, and stops whatever was started in the reverse order. */
public final class Stack implements AutoCloseable {

    private static final String DATABASE_USER = "journey";

    private final Path root;
    private final Path data;
    private final PortPlan ports;
    private final Progress progress;
    private final Credentials credentials;
    private final Supervisor supervisor;
    /** How to undo what was started, the latest first. */
    private final Deque<Runnable> undo = new ArrayDeque<>();

    private volatile boolean ready;
    private boolean closed;

    private Stack(Path root, Path data, PortPlan ports, Progress progress) {
        this.root = root;
        this.data = data;
        this.ports = ports;
        this.progress = progress;
        this.credentials = Credentials.in(data);
        this.supervisor = new Supervisor(progress, this::writeFile);
    }

    /**
     * Prepares a stack; {@link #start} starts it.
     *
     * @param root the repository, where the built services are
     * @param data the folder that keeps everything between runs
     */
    public static Stack of(Path root, Path data, PortPlan ports, Progress progress) {
        return new Stack(root.toAbsolutePath(), data.toAbsolutePath().normalize(), ports, progress);
    }

    /**
     * Starts everything and returns when all of it is ready. If a part fails, {@link #close} still stops the rest.
     *
     * @throws IllegalStateException saying what is wrong
     */
    public void start() throws Exception {
        DirectoryLock lock = DirectoryLock.of(data);
        undo(lock::close);
        // A launcher that was killed could not remove its own.
        StackFile.removeFrom(data);
        List<String> taken = ports.taken();
        if (!taken.isEmpty()) {
            throw new IllegalStateException("In use already: " + String.join(", ", taken)
                    + ".\nStop what listens there, or choose other ports: ./journey up --port-base "
                    + (ports.base() + 100));
        }
        Path clockFile = data.resolve("clock");
        SettableClock clock = SettableClock.at(clockFile);
        LocalPostgres postgres = startServers();
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(8));
        undo(() -> close(vertx));
        MailCatcher mail = MailCatcher.start(ports.smtp(), data.resolve("mail"));
        undo(mail::close);
        Simulators simulators = Simulators.start(vertx, simulatorSettings(), clock);
        undo(simulators::close);
        List<ServiceProcess> services = services(postgres, clockFile);
        undo(() -> services.parallelStream().forEach(ServiceProcess::stop));
        supervisor.startTogether(services);
        Map<String, String> started = serviceUrls();
        started.keySet().retainAll(services.stream().map(ServiceProcess::name).toList());
        StackClock stackClock =
                new StackClock(clock, started, credentials.token("operator"), kafkaAddress(), simulators.settling());
        undo(stackClock::close);
        FrontDoor frontDoor = FrontDoor.start(
                vertx,
                new FrontDoor.Settings(
                        ports.frontDoor(),
                        serviceUrls(),
                        managementUrls(),
                        simulatorUrls(),
                        credentials.token("operator"),
                        credentials.token("front-door")),
                mail,
                stackClock.driver());
        undo(frontDoor::close);
        ready = true;
        writeFile();
        undo(() -> StackFile.removeFrom(data));
    }

    /** Where everything is. */
    public StackFile file() {
        Map<String, StackFile.Database> databases = new LinkedHashMap<>();
        for (ServiceName service : ServiceName.values()) {
            databases.put(
                    service.text(),
                    new StackFile.Database(
                            "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + service.database(),
                            DATABASE_USER));
        }
        Map<String, Long> pids = supervisor.pids();
        pids.put("launcher", ProcessHandle.current().pid());
        return new StackFile(
                frontDoorUrl(),
                serviceUrls(),
                managementUrls(),
                kafkaAddress(),
                databases,
                frontDoorUrl() + "/mail",
                "127.0.0.1:" + ports.smtp(),
                simulatorUrls(),
                pids,
                data.resolve("clock").toString(),
                Credentials.file(data).toString());
    }

    /** Stops everything that was started, the last first; a part that cannot be stopped does not hinder the others. */
    @Override
    public synchronized void close() {
        closed = true;
        ready = false;
        supervisor.stopWatching();
        while (!undo.isEmpty()) {
            try {
                undo.pop().run();
            } catch (RuntimeException | LinkageError e) {
                // A build that replaced classes under a running stack must not keep the rest from being stopped.
                progress.say("! " + e);
            }
        }
    }

    /** A part that got ready while the stack was already being stopped is stopped at once. */
    private synchronized void undo(Runnable step) {
        if (closed) {
            step.run();
            throw new IllegalStateException("The stack was stopped while it started.");
        }
        undo.push(step);
    }

    private synchronized void writeFile() {
        if (ready) {
            file().writeTo(data);
        }
    }

    private LocalPostgres startServers() {
        LocalPostgres postgres = LocalPostgres.in(
                        data.resolve("postgres"), ports.postgres(), DATABASE_USER, credentials.databasePassword())
                .logTo(log("postgres"));
        LocalKafka kafka = LocalKafka.in(data.resolve("kafka"), ports.kafka(), ports.kafkaController())
                .logTo(log("kafka"));
        undo(postgres::close);
        undo(kafka::close);
        supervisor.startTogether(List.of(
                part(
                        "postgres",
                        "PostgreSQL " + LocalPostgres.VERSION,
                        () -> running(postgres.start().process()),
                        postgres::stop),
                part(
                        "kafka",
                        "Kafka " + LocalKafka.VERSION,
                        () -> running(kafka.start().process()),
                        kafka::stop)));
        for (ServiceName service : ServiceName.values()) {
            postgres.createDatabase(service.database());
        }
        return postgres;
    }

    private Path log(String name) {
        return data.resolve("logs").resolve(name + ".log");
    }

    private static ChildProcess running(@Nullable ChildProcess process) {
        if (process == null) {
            throw new IllegalStateException("A server that was started has no process.");
        }
        return process;
    }

    private static Supervised part(String name, String label, Supplier<ChildProcess> start, Runnable stop) {
        return new Supervised() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String label() {
                return label;
            }

            @Override
            public ChildProcess start() {
                return start.get();
            }

            @Override
            public void stop() {
                stop.run();
            }
        };
    }

    private List<ServiceProcess> services(LocalPostgres postgres, Path clockFile) {
        List<ServiceProcess> services = new ArrayList<>();
        for (ServiceName service : ServiceName.values()) {
            Path built = root.resolve(service.text()).resolve("target/quarkus-app");
            if (!Files.exists(built.resolve(ServiceProcess.JAR))) {
                progress.say("! " + service.text() + " is not built; the stack runs without it");
                continue;
            }
            Map<String, String> settings = ServiceSettings.of(
                    service, ports, credentials, postgres.jdbcUrl(service.database()), postgres.user(), clockFile);
            services.add(new ServiceProcess(
                    service.text(), built, ports.management(service), settings, log(service.text())));
        }
        return services;
    }

    private Simulators.Settings simulatorSettings() {
        return new Simulators.Settings(
                ports.simulators(),
                data.resolve("ledgers"),
                url(ports.service(ServiceName.CREDIT)),
                url(ports.service(ServiceName.FULFILLMENT)),
                credentials.bankWebhookSecret(),
                credentials.supplierWebhookSecret(),
                Objects.requireNonNull(credentials.courierWebhookSecret()),
                credentials.token("mobile-import"),
                credentials.token("warehouse"),
                credentials.token("operator"));
    }

    private Map<String, String> serviceUrls() {
        return urls(ports::service);
    }

    private Map<String, String> managementUrls() {
        return urls(ports::management);
    }

    private static Map<String, String> urls(ToIntFunction<ServiceName> port) {
        Map<String, String> urls = new LinkedHashMap<>();
        for (ServiceName service : ServiceName.values()) {
            urls.put(service.text(), url(port.applyAsInt(service)));
        }
        return urls;
    }

    private Map<String, String> simulatorUrls() {
        Map<String, String> urls = new LinkedHashMap<>();
        for (String partner : List.of("bank", "supplier", "courier", "sms")) {
            urls.put(partner, url(ports.simulators()) + "/" + partner);
        }
        return urls;
    }

    private String frontDoorUrl() {
        return url(ports.frontDoor());
    }

    private String kafkaAddress() {
        return "127.0.0.1:" + ports.kafka();
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port;
    }

    private static void close(Vertx vertx) {
        try {
            vertx.close()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(Duration.ofSeconds(5).toMillis(), TimeUnit.MILLISECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("The front door did not close: " + e.getMessage(), e);
        }
    }
}
