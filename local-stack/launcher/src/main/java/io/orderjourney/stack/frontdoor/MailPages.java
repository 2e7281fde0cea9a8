package io.orderjourney.stack.frontdoor;

import io.orderjourney.stack.http.Responses;
import io.orderjourney.stack.http.BadRequest;
import io.orderjourney.stack.mail.CaughtMail;
import io.orderjourney.stack.mail.MailCatcher;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The caught mail: pages for people under {@code /mail}, JSON for programs under {@code /mail/messages}. */
final class MailPages {

    private final MailCatcher mail;
    private final Pages pages;

    MailPages(MailCatcher mail, Pages pages) {
        this.mail = mail;
        this.pages = pages;
    }

    void mount(Router router) {
        router.get("/mail").handler(this::list);
        router.get("/mail/messages").handler(this::listJson);
        router.get("/mail/messages/:id").handler(this::showJson);
        router.get("/mail/messages/:id/html").handler(this::showHtmlPart);
        router.get("/mail/:id").handler(this::show);
    }

    private void list(RoutingContext context) {
        String to = recipient(context);
        look(context, () -> mail.messagesTo(to), found -> {
            List<CaughtMail> newestFirst = new ArrayList<>(found);
            Collections.reverse(newestFirst);
            Responses.html(context, pages.page("mail", Map.of("messages", newestFirst, "to", to == null ? "" : to)));
        });
    }

    private void show(RoutingContext context) {
        long id = id(context);
        look(
                context,
                () -> demand(id),
                message -> Responses.html(context, pages.page("message", Map.of("mail", message))));
    }

    private void listJson(RoutingContext context) {
        String to = recipient(context);
        long after = Responses.after(context);
        look(
                context,
                () -> mail.messagesTo(to).stream()
                        .filter(message -> message.id() > after)
                        .toList(),
                found -> Responses.json(context, 200, Map.of("messages", found)));
    }

    private void showJson(RoutingContext context) {
        long id = id(context);
        look(context, () -> demand(id), message -> Responses.json(context, 200, message));
    }

    /** Shown inside a frame: a message may bring any HTML, so it runs no script and loads nothing. */
    private void showHtmlPart(RoutingContext context) {
        long id = id(context);
        look(context, () -> demand(id), message -> {
            String html = message.html();
            if (html == null) {
                throw new BadRequest(404, "Message " + id + " has no HTML part.");
            }
            context.response()
                    .putHeader("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'");
            Responses.html(context, html);
        });
    }

    private CaughtMail demand(long id) {
        return mail.message(id).orElseThrow(() -> new BadRequest(404, "There is no message " + id + "."));
    }

    /** Reading messages takes files, which the event loop must not wait for. */
    private static <T> void look(RoutingContext context, Callable<T> work, Consumer<T> respond) {
        Future<T> found = context.vertx().executeBlocking(work);
        found.map(value -> {
                    respond.accept(value);
                    return value;
                })
                .onFailure(context::fail);
    }

    private static @Nullable String recipient(RoutingContext context) {
        List<String> to = context.queryParam("to");
        return to.isEmpty() || to.get(0).isBlank() ? null : to.get(0).trim();
    }

    private static long id(RoutingContext context) {
        String text = String.valueOf(context.pathParam("id"));
        if (!text.matches("\\d{1,15}")) {
            throw new BadRequest(404, "There is no message " + text + ".");
        }
        return Long.parseLong(text);
    }
}
