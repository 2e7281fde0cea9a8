package io.orderjourney.browsertests;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ScreenshotCaret;
import io.orderjourney.journeytests.shop.Checks;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One person's browser window: who they are, how they look at the pages, and what is wrong with what they see. */
final class Window implements AutoCloseable {

    /** WCAG 2.2 AA, as far as a program can judge it. */
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** The narrowest screen that pages are made for, in CSS pixels. */
    private static final int NARROW = 320;

    /** The innermost element that makes the page wider than the screen, by itself or by what is drawn in it; null if there is none. */
    private static final String TOO_WIDE = """
            () => document.documentElement.scrollWidth <= innerWidth ? null
                : [...document.querySelectorAll("body *")]
                    .filter(one => one.getBoundingClientRect().right > innerWidth + 1
                        || one.getBoundingClientRect().left + one.scrollWidth > innerWidth + 1)
                    .map(one => one.outerHTML.slice(0, 200)).at(-1) ?? "something outside of it"
            """;

    private static final List<String> OTHER_LANGUAGES = List.of("pl", "sl", "ru");

    private static final int PHONE = 390;
    private static final int DESKTOP = 1280;
    private static final int HEIGHT = 900;

    private final BrowserContext context;
    private final Page page;
    private final Checks checks;
    private final @Nullable Path pictures;
    private final String person;

    /**
     * @param person who works in it, for what is reported
     * @param pictures where pictures of inspected pages go; null for none
     */
    Window(Browser browser, String frontDoor, String person, Checks checks, @Nullable Path pictures) {
        this.person = person;
        this.checks = checks;
        this.pictures = pictures;
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(frontDoor)
                .setViewportSize(DESKTOP, HEIGHT)
                .setColorScheme(ColorScheme.LIGHT)
                .setTimezoneId("Europe/Warsaw")
                .setLocale("en-GB"));
        this.page = context.newPage();
        // A refused inline script, a missing file and an exception all end up here.
        page.onConsoleMessage(message -> checks.that(
                !message.type().equals("error"), person + ", " + page.url() + ": no error, but " + message.text()));
        page.onPageError(error -> checks.that(false, person + ", " + page.url() + ": no exception, but " + error));
    }

    Page page() {
        return page;
    }

    /** Logs in as one of the local stack's demo people and opens a page. */
    void logIn(String user, String path) {
        page.navigate("/desk/login?to=" + path);
        page.locator("button[name=user][value=" + user + "]").click();
        page.waitForURL("**" + path + "*");
    }

    /**
     * Looks at the page as it is now in light, dark and on narrow screens; leaves it in light on a desktop.
     *
     * @param name of the picture
     */
    void inspect(String name) {
        page.waitForCondition(() -> page.locator(".htmx-request").count() == 0);
        for (ColorScheme scheme : Set.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            String look = scheme.name().toLowerCase(java.util.Locale.ROOT);
            for (Rule barrier : new AxeBuilder(page).withTags(RULES).analyze().getViolations()) {
                checks.that(
                        false,
                        "%s, %s in %s: %s (%s)"
                                .formatted(
                                        person,
                                        name,
                                        look,
                                        barrier.getHelp(),
                                        barrier.getNodes().get(0).getHtml()));
            }
            checks.that(true, person + ", " + name + " in " + look + " was judged");
            picture(name + "-" + look);
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        narrow(name);
        // What was found by a scan has no address of its own, and would be gone.
        boolean staysWhenLoadedAgain =
                page.locator("[data-oj-panel]").count() == 0 || page.url().contains("/orders/");
        if (pictures != null && page.url().contains("/desk/") && staysWhenLoadedAgain) {
            inOtherLanguages(name);
        }
    }

    private void narrow(String name) {
        for (int width : new int[] {PHONE, NARROW}) {
            page.setViewportSize(width, HEIGHT);
            Object tooWide = page.evaluate(TOO_WIDE);
            checks.that(
                    tooWide == null,
                    "%s, %s fits a screen of %d px, but not %s".formatted(person, name, width, tooWide));
            if (width == PHONE) {
                picture(name + "-phone");
            }
        }
        page.setViewportSize(DESKTOP, HEIGHT);
    }

    /** Long words break pages that fit in English. The customer's page has its customer's language, and is left alone. */
    private void inOtherLanguages(String name) {
        for (String language : OTHER_LANGUAGES) {
            speak(language);
            picture(name + "-" + language);
            narrow(name + "-" + language);
        }
        speak("en");
    }

    private void speak(String language) {
        context.addCookies(List.of(new Cookie("journey-language", language).setUrl(page.url())));
        page.reload();
        page.waitForCondition(() -> page.locator(".htmx-request").count() == 0);
    }

    /** Takes a picture of what is there for a moment only, and judges nothing. */
    void picture(String name) {
        if (pictures != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(pictures.resolve(name + ".png"))
                    .setCaret(ScreenshotCaret.INITIAL));
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
