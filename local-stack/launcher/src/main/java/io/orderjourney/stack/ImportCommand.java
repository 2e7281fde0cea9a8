package io.orderjourney.stack;

import io.orderjourney.stack.orders.OrderImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code journey import}: places the open orders of a CSV file, in the local stack or in a shop elsewhere. */
@Command(name = "import", description = "Places the open orders of a CSV file. It can be interrupted and given again.")
final class ImportCommand implements Callable<Integer> {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(
            paramLabel = "FILE.csv",
            description = "A row for each line of an order; docs/operating.md has the columns.")
    private Path file = Path.of("");

    @Option(names = "--dry-run", description = "Only checks the file.")
    private boolean dryRun;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "order-service of another shop; its token is read from JOURNEY_TOKEN.")
    private @Nullable String url;

    @Override
    public Integer call() throws IOException {
        if (!Files.isReadable(file)) {
            throw new IllegalStateException("There is no readable file " + file);
        }
        OrderImport.Report report = new OrderImport(
                        dryRun ? "http://nowhere.invalid" : service(),
                        dryRun ? "" : token(),
                        System.out::println,
                        next -> Thread.sleep(PAUSE.multipliedBy(next).toMillis()))
                .run(file.toAbsolutePath(), dryRun);
        System.out.printf(
                "%s: %d, there already: %d, wrong: %d%n",
                dryRun ? "Right" : "Placed", report.placed(), report.before(), report.wrong());
        return report.isClean() ? 0 : 1;
    }

    private String service() {
        if (url != null) {
            return url.replaceAll("/+$", "");
        }
        return Objects.requireNonNull(StackFile.in(data.directory()).services().get("order-service"));
    }

    private String token() {
        if (url != null) {
            String token = System.getenv("JOURNEY_TOKEN");
            if (token == null || token.isBlank()) {
                throw new IllegalStateException("Put the token of a storefront into JOURNEY_TOKEN");
            }
            return token;
        }
        return Credentials.in(data.directory()).token("storefront");
    }
}
