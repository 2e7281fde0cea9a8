package io.orderjourney.console.rest;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.console.Viewer;
import io.orderjourney.console.desk.AnswerCards;
import io.orderjourney.console.desk.Card;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.problem.Problem;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The answer card as a part of every desk's page, from the one service that has {@link AnswerCards}. */
@Path("/desk/card/{journey}")
@Produces(MediaType.TEXT_HTML)
public class CardConsole {

    private final Instance<AnswerCards> cards;
    private final Viewers viewers;
    private final ShopNow now;
    private final Template template;
    private final Template words;

    CardConsole(
            Instance<AnswerCards> cards,
            Viewers viewers,
            ShopNow now,
            @Location("console/card.html") Template template,
            @Location("console/words.html") Template words) {
        this.cards = cards;
        this.viewers = viewers;
        this.now = now;
        this.template = template;
        this.words = words;
    }

    @GET
    @RolesAllowed({Roles.SALES, Roles.CREDIT, Roles.WAREHOUSE, Roles.PICKUP_POINT, Roles.CUSTOMER_CARE, Roles.MANAGEMENT
    })
    @Operation(hidden = true)
    public Response card(@PathParam("journey") UUID journeyId) {
        Viewer viewer = viewer();
        Card card = cards.stream()
                .findFirst()
                .flatMap(known -> known.card(journeyId, viewer))
                .orElseThrow(() -> Problem.notFound("journey-not-found", "Nothing is known of this order yet."));
        ConsoleTexts texts = ConsoleTexts.shared(viewer.language());
        return Pages.html(template.data("card", card)
                .data("others", others(journeyId, viewer))
                .data("text", texts)
                .data("time", now.shownIn(texts)));
    }

    /** Asked again and again by a page that is in sight. */
    @GET
    @Path("/others")
    @RolesAllowed({Roles.SALES, Roles.CREDIT, Roles.WAREHOUSE, Roles.PICKUP_POINT, Roles.CUSTOMER_CARE, Roles.MANAGEMENT
    })
    @Operation(hidden = true)
    public Response others(@PathParam("journey") UUID journeyId) {
        Viewer viewer = viewer();
        return Pages.html(words.data("words", others(journeyId, viewer)));
    }

    private String others(UUID journeyId, Viewer viewer) {
        List<String> names = cards.stream()
                .findFirst()
                .map(known -> known.alsoOpenFor(journeyId, viewer))
                .orElse(List.of());
        return names.isEmpty()
                ? ""
                : ConsoleTexts.shared(viewer.language()).say("card.others", names.size(), String.join(", ", names));
    }

    private Viewer viewer() {
        return viewers.at("card").orElseThrow(() -> Problem.forbidden("The desks' pages are for people."));
    }

    @ServerExceptionMapper(UnauthorizedException.class)
    public Response toLogin(UriInfo address, HttpHeaders headers) {
        return Pages.toLogin(address, headers);
    }
}
