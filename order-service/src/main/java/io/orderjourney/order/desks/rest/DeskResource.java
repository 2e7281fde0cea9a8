package io.orderjourney.order.desks.rest;

import io.orderjourney.contracts.Desk;
import io.orderjourney.order.desks.DeskHours;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.time.BusinessClock;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Desks as the storefront shows them to a customer. */
@Path("/api/v1/desks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desks")
public class DeskResource {

    private final CurrentTerms terms;
    private final BusinessClock clock;

    DeskResource(CurrentTerms terms, BusinessClock clock) {
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * All desks.
     *
     * @param zone the IANA zone of the hours
     */
    record Desks(@Schema(examples = "Europe/Warsaw") String zone, List<DeskView> desks) {}

    /** One desk. */
    record DeskView(
            Desk desk,
            @Schema(examples = "+48221000010") String phone,

            @Schema(examples = "Mon-Fri 09:00-20:00; Sat 10:00-16:00")
            String hours,

            boolean open,

            @Schema(description = "When somebody answers next; now, if open")
            OffsetDateTime nextOpenAt) {}

    @GET
    @RolesAllowed({
        Roles.STOREFRONT,
        Roles.SALES,
        Roles.CREDIT,
        Roles.WAREHOUSE,
        Roles.PICKUP_POINT,
        Roles.CUSTOMER_CARE,
        Roles.MANAGEMENT
    })
    @Operation(operationId = "listDesks", summary = "List the desks: who to call, and when they answer")
    public Desks list() {
        ShopTerms shop = terms.get();
        return new Desks(
                shop.zone().getId(),
                DeskHours.of(shop, clock.instant()).stream()
                        .map(hours -> new DeskView(
                                hours.desk(),
                                hours.phone(),
                                hours.hours(),
                                hours.isOpen(),
                                hours.nextOpenAt().atZone(shop.zone()).toOffsetDateTime()))
                        .toList());
    }
}
