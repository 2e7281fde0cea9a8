package io.orderjourney.console.rest;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.console.Viewer;
import io.orderjourney.console.desk.Desks;
import io.orderjourney.rest.problem.Problem;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;

/** What the pages of management share, in whichever service they are: who looks, the head of a page, and the ways between them. */
@Singleton
public class BoardPages {

    private static final String DESK = "board";

    private final Viewers viewers;
    private final ShopNow now;

    BoardPages(Viewers viewers, ShopNow now) {
        this.viewers = viewers;
        this.now = now;
    }

    /** @throws Problem 403 for a program's token: what it needs is in the API */
    public Viewer viewer() {
        return viewers.at(DESK).orElseThrow(() -> Problem.forbidden("These pages are for people."));
    }

    /** The viewer's texts. */
    public ConsoleTexts texts(String bundle, Class<?> owner) {
        return ConsoleTexts.of(viewer().language(), bundle, owner.getClassLoader());
    }

    /** A page with its head and times; what it shows is the caller's to add. */
    public TemplateInstance page(Template template, ConsoleTexts texts) {
        Viewer viewer = viewer();
        return template.data("text", texts)
                .data("time", now.shownIn(texts))
                .data("desk", DESK)
                .data("desks", Desks.of(viewer.roles()))
                .data("viewer", viewer)
                .data("language", viewer.language())
                .data("languages", ConsoleTexts.LANGUAGES);
    }
}
