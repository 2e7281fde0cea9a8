package io.orderjourney.console.rest;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.console.Viewer;
import io.orderjourney.console.desk.DeskScreen;
import io.orderjourney.console.desk.Desks;
import io.orderjourney.console.desk.Panel;
import io.orderjourney.console.desk.QueueFilter;
import io.orderjourney.console.desk.QueueRow;
import io.orderjourney.console.desk.Slip;
import io.orderjourney.console.desk.Urgency;
import io.orderjourney.rest.problem.Problem;
import io.quarkus.qute.Location;
import io.quarkus.qute.RawString;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Finds the screen that was asked for, checks that the viewer may see it, and fills its templates. */
@Singleton
class DeskPages {

    private final Instance<DeskScreen> screens;
    private final Viewers viewers;
    private final ShopNow now;
    private final String demoClock;
    private final Template page;
    private final Template queue;
    private final Template panel;
    private final Template found;
    private final Template slip;
    private final Template words;

    DeskPages(
            Instance<DeskScreen> screens,
            Viewers viewers,
            ShopNow now,
            @ConfigProperty(name = "journey.console.demo-clock") Optional<String> demoClock,
            @Location("console/page.html") Template page,
            @Location("console/queue.html") Template queue,
            @Location("console/panel.html") Template panel,
            @Location("console/found.html") Template found,
            @Location("console/slip.html") Template slip,
            @Location("console/words.html") Template words) {
        this.screens = screens;
        this.viewers = viewers;
        this.now = now;
        this.demoClock = demoClock.orElse("");
        this.page = page;
        this.queue = queue;
        this.panel = panel;
        this.found = found;
        this.slip = slip;
        this.words = words;
    }

    /** A screen and who looks at it. */
    record Look(DeskScreen screen, Viewer viewer) {

        Panel panel(UUID journeyId) {
            return screen.panel(journeyId, viewer)
                    .orElseThrow(() -> Problem.notFound("journey-not-found", "There is no such order at this desk."));
        }
    }

    /** A program's token has no place here: what it needs is in the API. */
    Look look(String name) {
        DeskScreen screen = screens.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("desk-not-found", "There is no such desk."));
        Viewer viewer = viewers.at(name)
                .filter(person -> person.roles().contains(screen.role()))
                .orElseThrow(() -> Problem.forbidden("This desk is not yours."));
        return new Look(screen, viewer);
    }

    /** @param open what stands in the panel; null for nothing */
    TemplateInstance whole(Look look, @Nullable TemplateInstance open) {
        return decorated(page.instance(), look)
                .data("languages", ConsoleTexts.LANGUAGES)
                .data("desks", Desks.of(look.viewer().roles()))
                .data("scans", look.screen().scans())
                .data("demoClock", demoClock)
                .data("queue", part(rows(look, new QueueFilter(null, null, null))))
                .data("panel", open == null ? null : part(open));
    }

    TemplateInstance rows(Look look, QueueFilter filter) {
        return decorated(queue.instance(), look)
                .data("filter", filter)
                .data("urgencies", Urgency.values())
                .data("queue", look.screen().queue(filter, look.viewer()));
    }

    TemplateInstance panel(Look look, Panel known, @Nullable String done, @Nullable String refused) {
        return decorated(panel.instance(), look)
                .data("panel", known)
                .data("done", done)
                .data("refused", refused);
    }

    TemplateInstance found(Look look, String text, List<QueueRow> matches) {
        return decorated(found.instance(), look).data("matches", matches).data("scanned", text);
    }

    /** The slip has a language of its own: the customer's. */
    TemplateInstance slip(Look look, Slip printed) {
        return decorated(slip.instance(), look).data("slip", printed);
    }

    TemplateInstance words(String text) {
        return words.data("words", text);
    }

    /** What a template has written and escaped is put into the page as it is. */
    private static RawString part(TemplateInstance template) {
        return new RawString(template.render());
    }

    private TemplateInstance decorated(TemplateInstance template, Look look) {
        ConsoleTexts texts = look.screen().texts(look.viewer().language());
        return template.data("text", texts)
                .data("time", now.shownIn(texts))
                .data("desk", look.screen().name())
                .data("viewer", look.viewer())
                .data("language", look.viewer().language());
    }
}
