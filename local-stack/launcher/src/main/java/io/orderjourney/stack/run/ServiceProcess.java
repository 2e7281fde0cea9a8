package io.orderjourney.stack.run;

import io.orderjourney.stack.servers.ChildProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of the four services as a process of its own. */
final class ServiceProcess implements Supervised {

    static final String JAR = "quarkus-run.jar";

    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final int LOG_TAIL_LINES = 25;

    /**
     * Enough for a demo on a small machine; C1 alone starts sooner and keeps the code cache small. JOURNEY_SERVICE_OPTIONS takes
     * their place.
     */
    private static final List<String> JAVA_OPTIONS = List.of(
            "-Xmx160m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:MaxMetaspaceSize=192m",
            "-Xss512k",
            // The supervisor can start a process that has ended, but not one that hangs.
            "-XX:+ExitOnOutOfMemoryError");

    private final String name;
    private final Path directory;
    private final int managementPort;
    private final Map<String, String> environment;
    private final Path log;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private @Nullable ChildProcess process;

    /** {@code directory} is the built service: the folder of quarkus-run.jar. */
    ServiceProcess(String name, Path directory, int managementPort, Map<String, String> environment, Path log) {
        this.name = name;
        this.directory = directory;
        this.managementPort = managementPort;
        this.environment = environment;
        this.log = log;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public synchronized ChildProcess start() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        String wanted = System.getenv("JOURNEY_SERVICE_OPTIONS");
        command.addAll(wanted == null ? JAVA_OPTIONS : List.of(wanted.trim().split("\\s+")));
        command.addAll(List.of("-jar", directory.resolve(JAR).toString()));
        ChildProcess started = ChildProcess.start(
                new ChildProcess.Command(name, command, environment, directory, log, "TERM", Duration.ofSeconds(15)));
        process = started;
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (!ready()) {
            if (!started.isAlive()) {
                throw new IllegalStateException(name + " ended while starting:\n" + lastLines());
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        name + " was not ready within " + START_LIMIT.toSeconds() + " s:\n" + lastLines());
            }
            pause();
        }
        return started;
    }

    @Override
    public void stop() {
        ChildProcess running = process;
        if (running != null) {
            running.stop();
        }
    }

    private boolean ready() {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + name + " started", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a service started", e);
        }
    }

    private String lastLines() {
        try {
            List<String> lines =
                    Files.readString(log, StandardCharsets.UTF_8).lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size()));
        } catch (IOException e) {
            return "(no log at " + log + ")";
        }
    }
}
