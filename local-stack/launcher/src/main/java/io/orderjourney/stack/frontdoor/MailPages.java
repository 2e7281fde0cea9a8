package io.orderjourney.stack.frontdoor;

import io.orderjourney.stack.http.BadRequest;
import io.orderjourney.stack.http.Responses;
import io.orderjourney.stack.mail.CaughtMail;
import io.orderjourney.stack.mail.MailCatcher;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The caught mail, a page at a time: for people under {@code /mail}, as JSON for programs under {@code /mail/messages}. */
final class MailPages {

    private static final int PAGE = 50;
    private static final int LIMIT_MAX = 500;

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

    /** Newest first; one more than the page holds is looked for, to know whether older ones follow. */
    private void list(RoutingContext context) {
        String to = recipient(context);
        long before = Responses.number(context, "before", Long.MAX_VALUE);
        look(context, () -> mail.messagesBefore(before, to, PAGE + 1), found -> {
            boolean older = found.size() > PAGE;
            List<CaughtMail> page = older ? found.subList(0, PAGE) : found;
            Map<String, Object> values = new HashMap<>();
            values.put("messages", page);
            values.put("to", to == null ? "" : to);
            values.put("heading", to == null ? heading(mail.count()) : "To " + to);
            values.put("older", older ? olderThan(page.get(PAGE - 1).id(), to) : "");
            Responses.html(context, pages.page("mail", values));
        });
    }

    private static String heading(long count) {
        return count == 1 ? "1 message" : count + " messages";
    }

    private static String olderThan(long id, @Nullable String to) {
        String filter = to == null ? "" : "&to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
        return "/mail?before=" + id + filter;
    }

    private void show(RoutingContext context) {
        long id = id(context);
        look(
                context,
                () -> demand(id),
                message -> Responses.html(context, pages.page("message", Map.of("mail", message))));
    }

    /** Oldest first; {@code next} is the {@code after} of the following page and absent on the last one. */
    private void listJson(RoutingContext context) {
        String to = recipient(context);
        long after = Responses.number(context, "after", 0);
        int limit = (int) Math.min(Math.max(1, Responses.number(context, "limit", 100)), LIMIT_MAX);
        look(context, () -> mail.messagesAfter(after, to, limit + 1), found -> {
            boolean more = found.size() > limit;
            List<CaughtMail> page = more ? found.subList(0, limit) : found;
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("messages", page);
            if (more) {
                body.put("next", page.get(limit - 1).id());
            }
            Responses.json(context, 200, body);
        });
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
        Future<T> found = context.vertx().executeBlocking(work, false);
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
