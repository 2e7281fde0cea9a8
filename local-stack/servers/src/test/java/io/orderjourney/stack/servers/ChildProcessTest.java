package io.orderjourney.stack.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    private static final String EXIT_ON_OUT_OF_MEMORY = "-XX:+ExitOnOutOfMemoryError";
    private static final String DEAF = "trap '' TERM; while :; do sleep 0.1; done";

    @TempDir
    Path directory;

    @Test
    void a_child_ends_when_its_parent_is_killed_with_signal_9() throws IOException {
        Process parent = parentOf("sleep", "300");
        ProcessHandle child = childOf(parent);

        parent.destroyForcibly();

        await().atMost(Duration.ofSeconds(5)).until(() -> !child.isAlive());
    }

    /** With the option that ./journey gives the launcher; without it both would live on and do nothing. */
    @Test
    void a_parent_that_is_out_of_memory_ends_and_its_child_too() throws Exception {
        assertThat(Files.readString(repository().resolve("journey"))).contains(EXIT_ON_OUT_OF_MEMORY);
        Process parent = parent(List.of("-Xmx16m", EXIT_ON_OUT_OF_MEMORY, "-Dexhaust.memory=true"), "sleep", "300");
        ProcessHandle child = childOf(parent);

        parent.getOutputStream().close();

        await().atMost(Duration.ofSeconds(20)).until(() -> !parent.isAlive());
        await().atMost(Duration.ofSeconds(5)).until(() -> !child.isAlive());
        assertThat(parent.exitValue()).isNotZero();
    }

    @Test
    void a_child_that_ignores_the_order_to_stop_is_killed_when_its_grace_is_over() throws IOException {
        Process parent = parentOf("bash", "-c", DEAF);
        ProcessHandle child = childOf(parent);

        parent.destroyForcibly();

        await().atMost(Duration.ofSeconds(10)).until(() -> !child.isAlive());
    }

    @Test
    void stopping_lets_the_child_clean_up_first() throws IOException {
        ChildProcess child = start("trap 'echo cleaned; exit 0' TERM; echo ready; while :; do sleep 0.05; done");
        await().until(() -> Files.readString(child.log()).contains("ready"));

        child.stop();

        assertThat(child.isAlive()).isFalse();
        assertThat(Files.readString(child.log())).contains("cleaned");
    }

    @Test
    void a_thread_that_was_interrupted_lets_the_child_clean_up_too() throws IOException {
        ChildProcess child = start("trap 'echo cleaned; exit 0' TERM; echo ready; while :; do sleep 0.05; done");
        await().until(() -> Files.readString(child.log()).contains("ready"));

        Thread.currentThread().interrupt();
        child.stop();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(Files.readString(child.log())).contains("cleaned");
    }

    @Test
    void killing_gives_the_child_no_time_at_all() throws IOException {
        ChildProcess child = start("trap 'echo cleaned; exit 0' TERM; echo ready; while :; do sleep 0.05; done");
        await().until(() -> Files.readString(child.log()).contains("ready"));

        child.kill();

        assertThat(child.isAlive()).isFalse();
        assertThat(Files.readString(child.log())).doesNotContain("cleaned");
    }

    @Test
    void the_exit_code_is_the_child_s_own() throws Exception {
        assertThat(start("exit 7").onExit().get(5, TimeUnit.SECONDS)).isEqualTo(7);
    }

    @Test
    void a_stopped_child_takes_its_own_children_with_it() throws Exception {
        ChildProcess child = start("sleep 300 & echo $!; " + DEAF);
        await().until(() -> Files.readString(child.log()).endsWith("\n"));
        ProcessHandle grandchild = ProcessHandle.of(
                        Long.parseLong(Files.readString(child.log()).trim()))
                .orElseThrow();

        child.stop();

        await().atMost(Duration.ofSeconds(5)).until(() -> !grandchild.isAlive());
    }

    private ChildProcess start(String script) {
        return ChildProcess.start(new ChildProcess.Command(
                "child",
                List.of("bash", "-c", script),
                Map.of(),
                directory,
                directory.resolve("child.log"),
                "TERM",
                Duration.ofSeconds(1)));
    }

    private Process parentOf(String... command) throws IOException {
        return parent(List.of(), command);
    }

    private Process parent(List<String> options, String... command) throws IOException {
        List<String> java = new ArrayList<>();
        java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        java.addAll(options);
        java.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), ParentProgram.class.getName(), directory.toString()));
        java.addAll(List.of(command));
        return new ProcessBuilder(java)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static ProcessHandle childOf(Process parent) throws IOException {
        BufferedReader said =
                new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8));
        ProcessHandle child = ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
        assertThat(child.isAlive()).isTrue();
        return child;
    }

    private static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("journey"))) {
            folder = Objects.requireNonNull(folder.getParent(), "outside the repository");
        }
        return folder;
    }
}
