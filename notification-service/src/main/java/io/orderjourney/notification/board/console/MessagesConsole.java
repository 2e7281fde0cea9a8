package io.orderjourney.notification.board.console;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.console.rest.BoardPages;
import io.orderjourney.console.rest.Pages;
import io.orderjourney.notification.messages.MessageRenderer;
import io.orderjourney.notification.messages.MessageRenderer.RenderedMessage;
import io.orderjourney.notification.messages.SampleMessages;
import io.orderjourney.rest.access.Roles;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** What the shop says to its customers: every kind of message in every language, filled in with one order as an example. */
@Path("/desk/board/messages")
@Produces(MediaType.TEXT_HTML)
public class MessagesConsole {

    private static final String BUNDLE = "io.orderjourney.notification.board.board";

    private final MessageRenderer renderer;
    private final BoardPages pages;
    private final Template page;

    MessagesConsole(MessageRenderer renderer, BoardPages pages, @Location("board/messages.html") Template page) {
        this.renderer = renderer;
        this.pages = pages;
        this.page = page;
    }

    /**
     * One message, as the customer reads it.
     *
     * @param name of its kind, the same in every language
     */
    public record Shown(int number, String name, RenderedMessage message) {}

    @GET
    @RolesAllowed(Roles.MANAGEMENT)
    @Operation(hidden = true)
    public Response all(@QueryParam("language") @Nullable String language) {
        ConsoleTexts texts = pages.texts(BUNDLE, MessagesConsole.class);
        String spoken = ConsoleTexts.spoken(language == null ? pages.viewer().language() : language);
        List<Shown> shown = new ArrayList<>();
        SampleMessages.samples(spoken)
                .forEach((name, content) -> shown.add(new Shown(shown.size() + 1, name, renderer.render(content))));
        return Pages.html(pages.page(page, texts).data("spoken", spoken).data("messages", shown));
    }

    /** A manager who is not logged in logs in first. */
    @ServerExceptionMapper(UnauthorizedException.class)
    public Response toLogin(UriInfo address, HttpHeaders headers) {
        return Pages.toLogin(address, headers);
    }
}
