package io.orderjourney.browsertests;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Shop;
import io.orderjourney.journeytests.story.StoryMain;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Walks every way through a running stack in a browser that is installed on this machine. */
public final class BrowserMain {

    private static final List<Walk> WALKS = List.of(
            new SalesWalk(),
            new CareWalk(),
            new CreditWalk(),
            new WarehouseWalk(),
            new CounterWalk(),
            new BoardWalk(),
            new CustomerWalk(),
            new StrangerWalk(),
            new OwnerWalk());

    /** No connections of its own; root, as in a container, has no sandbox. */
    private static final List<String> CHROMIUM_OPTIONS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private BrowserMain() {}

    /**
     * Arguments: {@code --stack FILE --browser PROGRAM [--pictures FOLDER | --story]}. Exit status 0 only if every check held.
     * With {@code --story} the credit story is played instead of the walks, with its desks in the browser.
     */
    public static void main(String[] arguments) throws IOException {
        Path stack = Path.of(Objects.requireNonNull(option(arguments, "--stack"), "--stack FILE is missing"));
        Path program = Path.of(Objects.requireNonNull(option(arguments, "--browser"), "--browser PROGRAM is missing"));
        String folder = option(arguments, "--pictures");
        Path pictures = folder == null ? null : Files.createDirectories(Path.of(folder));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Shop shop = Shop.at(stack);
        boolean story = List.of(arguments).contains("--story");
        System.exit(
                withBrowser(program, browser -> story ? tell(shop, browser, out) : walk(shop, browser, pictures, out))
                        ? 0
                        : 1);
    }

    private static @Nullable String option(String[] arguments, String name) {
        int at = List.of(arguments).indexOf(name);
        return at < 0 || at + 1 == arguments.length ? null : arguments[at + 1];
    }

    private static boolean withBrowser(Path program, Predicate<Browser> play) {
        // The browser of this machine is used; another is not to be downloaded.
        Playwright.CreateOptions options =
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        try (Playwright playwright = Playwright.create(options);
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(program)
                                .setArgs(CHROMIUM_OPTIONS))) {
            return play.test(browser);
        }
    }

    private static boolean tell(Shop shop, Browser browser, PrintStream out) {
        return StoryMain.playCredit(
                shop, out, (where, order, checks) -> new BrowserDesks(where, order, checks, browser), checks -> {});
    }

    private static boolean walk(Shop shop, Browser browser, @Nullable Path pictures, PrintStream out) {
        Checks checks = new Checks();
        Workday.begin(shop);
        for (Walk walk : WALKS) {
            walk(walk, shop, browser, checks, pictures, out);
        }
        out.printf(
                "%d checks held, %d did not.%n",
                checks.held(), checks.failures().size());
        checks.failures().forEach(failure -> out.println("  DID NOT HOLD: " + failure));
        return checks.failures().isEmpty();
    }

    private static void walk(
            Walk walk, Shop shop, Browser browser, Checks checks, @Nullable Path pictures, PrintStream out) {
        long startedNanos = System.nanoTime();
        try (Window window = new Window(browser, shop.frontDoor(), walk.title(), checks, pictures)) {
            walk.walk(shop, window, checks);
        } catch (PlaywrightException | IllegalStateException | AssertionError broken) {
            broken.printStackTrace(out);
            checks.that(false, walk.title() + ": the way could be walked to its end: " + broken.getMessage());
        }
        out.printf("  %-60s %4.1f s%n", walk.title(), (System.nanoTime() - startedNanos) / 1e9);
    }
}
