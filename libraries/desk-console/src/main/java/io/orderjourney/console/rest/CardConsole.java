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

    CardConsole(
            Instance<AnswerCards> cards,
            Viewers viewers,
            ShopNow now,
            @Location("console/card.html") Template template) {
        this.cards = cards;
        this.viewers = viewers;
        this.now = now;
        this.template = template;
    }

    @GET
    @RolesAllowed({Roles.SALES, Roles.CREDIT, Roles.WAREHOUSE, Roles.PICKUP_POINT, Roles.CUSTOMER_CARE, Roles.MANAGEMENT
    })
    @Operation(hidden = true)
    public Response card(@PathParam("journey") UUID journeyId) {
        Viewer viewer = viewers.at("card").orElseThrow(() -> Problem.forbidden("The desks' pages are for people."));
        Card card = cards.stream()
                .findFirst()
                .flatMap(known -> known.card(journeyId, viewer))
                .orElseThrow(() -> Problem.notFound("journey-not-found", "Nothing is known of this order yet."));
        ConsoleTexts texts = ConsoleTexts.shared(viewer.language());
        return Pages.html(template.data("card", card).data("text", texts).data("time", now.shownIn(texts)));
    }

    @ServerExceptionMapper(UnauthorizedException.class)
    public Response toLogin(UriInfo address, HttpHeaders headers) {
        return Pages.toLogin(address, headers);
    }
}
