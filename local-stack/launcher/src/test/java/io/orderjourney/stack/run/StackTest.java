package io.orderjourney.stack.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.stack.PortPlan;
import io.orderjourney.stack.StackFile;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real servers, without the services: those are started by the journey tests. */
class StackTest {

    @TempDir
    Path root;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Progress progress = new Progress(new PrintStream(said, true, StandardCharsets.UTF_8));

    @Test
    void it_starts_says_where_it_is_and_leaves_nothing_behind() throws Exception {
        Path data = root.resolve("data");
        PortPlan ports = PortPlan.free();
        Stack stack = Stack.of(root, data, ports, progress);
        try (stack) {
            stack.start();

            StackFile file = StackFile.in(data);
            assertThat(file).isEqualTo(stack.file());
            assertThat(file.pids()).containsKeys("postgres", "kafka", "launcher");
            assertThat(get(file.frontDoor() + "/")).isEqualTo(200);
            assertThat(get(file.simulators().get("bank") + "/ledger")).isEqualTo(200);
            assertThat(get(file.mailCatcher() + "/messages")).isEqualTo(200);
            assertThatThrownBy(() ->
                            Stack.of(root, data, PortPlan.free(), progress).start())
                    .hasMessageContaining("in use by another running copy");
        }

        assertThat(ports.taken()).isEmpty();
        assertThatThrownBy(() -> StackFile.in(data)).hasMessageContaining("No stack is running");
    }

    @Test
    void a_server_that_dies_is_started_again_and_the_file_says_its_new_process() throws Exception {
        Path data = root.resolve("data");
        try (Stack stack = Stack.of(root, data, PortPlan.free(), progress)) {
            stack.start();
            long before = StackFile.in(data).pids().get("postgres");

            ProcessHandle.of(before).orElseThrow().destroyForcibly();

            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> StackFile.in(data).pids().get("postgres") != before);
            assertThat(said.toString(StandardCharsets.UTF_8)).contains("! PostgreSQL");
        }
    }

    @Test
    void a_port_in_use_is_named_and_nothing_stays() throws Exception {
        PortPlan ports = PortPlan.free();
        try (ServerSocket somebody = new ServerSocket()) {
            somebody.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.smtp()));
            try (Stack stack = Stack.of(root, root.resolve("data"), ports, progress)) {
                assertThatThrownBy(stack::start)
                        .hasMessageContaining("port " + ports.smtp() + " (the mail catcher)")
                        .hasMessageContaining("--port-base");
            }
        }
        assertThat(ports.taken()).isEmpty();
    }

    private static int get(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
