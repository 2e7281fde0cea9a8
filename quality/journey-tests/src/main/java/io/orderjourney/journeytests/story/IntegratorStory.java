package io.orderjourney.journeytests.story;

import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Shop;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * An integrator's afternoon: the examples in Node and Python, and a client in TypeScript that is made from the API's document,
 * against this stack, where the machine has what they need.
 */
final class IntegratorStory {

    private static final long PATIENCE_SECONDS = 120;

    private final Shop shop;
    private final Checks checks;
    private final PrintStream out;
    private final Path repository;

    /** @param repository the project's root folder */
    IntegratorStory(Shop shop, Checks checks, PrintStream out, Path repository) {
        this.shop = shop;
        this.checks = checks;
        this.out = out;
        this.repository = repository;
    }

    void play() {
        play("an integrator's afternoon in Node", List.of("node"), "examples/node/afternoon.mjs");
        play("an integrator's afternoon in Python", List.of("python3", "python"), "examples/python/afternoon.py");
        play("an order by the TypeScript client", List.of("bash"), "quality/generated-clients/typescript.bash");
    }

    private void play(String what, List<String> programs, String example) {
        Optional<Path> program =
                programs.stream().flatMap(name -> found(name).stream()).findFirst();
        if (program.isEmpty()) {
            out.println("Not played: " + what + ", which is not on this machine.");
            return;
        }
        checks.that(ended(program.get(), repository.resolve(example)) == 0, what + " went well");
    }

    private static Optional<Path> found(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private int ended(Path program, Path example) {
        ProcessBuilder command = new ProcessBuilder(program.toString(), example.toString()).redirectErrorStream(true);
        command.environment().put("ORDERS_URL", shop.address("order-service"));
        command.environment().put("NOTIFICATIONS_URL", shop.address("notification-service"));
        command.environment().put("STOREFRONT_TOKEN", shop.token("storefront"));
        command.environment().put("OPERATOR_TOKEN", shop.token("operator"));
        command.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        try {
            Process process = command.start();
            out.print(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return -1;
            }
            return process.exitValue();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", stopped);
        }
    }
}
