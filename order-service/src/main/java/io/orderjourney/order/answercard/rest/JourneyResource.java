package io.orderjourney.order.answercard.rest;

import io.orderjourney.order.answercard.AnswerCard;
import io.orderjourney.order.answercard.usecase.ReadAnswerCard;
import io.orderjourney.order.orders.Order;
import io.orderjourney.order.orders.Orders;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The answer to "when and how do I get my goods?", for every desk and the storefront. */
@Path("/api/v1/journeys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Journeys")
public class JourneyResource {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final ReadAnswerCard cards;
    private final Orders orders;
    private final CurrentTerms terms;

    JourneyResource(ReadAnswerCard cards, Orders orders, CurrentTerms terms) {
        this.cards = cards;
        this.orders = orders;
        this.terms = terms;
    }

    @GET
    @Path("/{journey}")
    @RolesAllowed({
        Roles.STOREFRONT,
        Roles.SALES,
        Roles.CREDIT,
        Roles.WAREHOUSE,
        Roles.PICKUP_POINT,
        Roles.CUSTOMER_CARE,
        Roles.MANAGEMENT
    })
    @Operation(
            operationId = "getAnswerCard",
            summary = "Get the answer card of a journey",
            description = "By the journey's id or the order's number.")
    @APIResponse(
            responseCode = "200",
            description = "The card as of now",
            content =
                    @Content(
                            schema = @Schema(implementation = AnswerCardView.class),
                            examples = @ExampleObject(name = "The signature is next", value = AnswerCardExample.CARD)))
    public AnswerCardView get(
            @PathParam("journey") @Schema(examples = {"019bb179-fba3-7cde-9689-2bbebbf6c5fe", "A-100042"})
                    String journey) {
        // A storefront may number its orders like ids.
        Optional<AnswerCard> byId =
                ID.matcher(journey).matches() ? cards.of(UUID.fromString(journey)) : Optional.empty();
        return view(byId.or(() -> byNumber(journey)));
    }

    private Optional<AnswerCard> byNumber(String orderNumber) {
        return orders.findByNumber(orderNumber).map(Order::journeyId).flatMap(cards::of);
    }

    private AnswerCardView view(Optional<AnswerCard> card) {
        return card.map(new AnswerCardMapping(terms.get())::view)
                .orElseThrow(() -> Problem.notFound("journey-not-found", "There is no such journey."));
    }
}
