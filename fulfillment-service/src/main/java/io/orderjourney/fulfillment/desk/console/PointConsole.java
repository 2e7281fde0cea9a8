package io.orderjourney.fulfillment.desk.console;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.console.rest.BoardPages;
import io.orderjourney.console.rest.Pages;
import io.orderjourney.contracts.state.PickupPoint;
import io.orderjourney.fulfillment.masterdata.Violation;
import io.orderjourney.fulfillment.masterdata.Violation.Flaw;
import io.orderjourney.fulfillment.points.PointFields;
import io.orderjourney.fulfillment.points.usecase.ChangePointHandler;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.problem.Problem;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** One pickup point as a form: opened, changed, closed for good. */
@Path("/desk/shop/points")
@Produces(MediaType.TEXT_HTML)
public class PointConsole {

    private final ChangePointHandler handler;
    private final CurrentTerms terms;
    private final BoardPages pages;
    private final Template page;

    PointConsole(
            ChangePointHandler handler,
            CurrentTerms terms,
            BoardPages pages,
            @Location("shop/point.html") Template page) {
        this.handler = handler;
        this.terms = terms;
        this.pages = pages;
        this.page = page;
    }

    /** The form of a new point. */
    @GET
    @RolesAllowed(Roles.MANAGEMENT)
    @Operation(hidden = true)
    public Response blank() {
        return page(PointPage.blank(terms.get().policy().holidaysOf(), texts()), null);
    }

    @GET
    @Path("/{code}")
    @RolesAllowed(Roles.MANAGEMENT)
    @Operation(hidden = true)
    public Response form(@PathParam("code") String code) {
        return page(PointPage.of(known(code), texts()), null);
    }

    /** Opens, changes or closes a point. */
    @POST
    @RolesAllowed(Roles.MANAGEMENT)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response submitted(MultivaluedMap<String, String> form) {
        ConsoleTexts texts = texts();
        String code = ShopForms.value(form, "code");
        int seen = ShopForms.revision(form);
        Map<String, String> written = ShopForms.written(form, PointPage.NAMES);
        try {
            if ("close".equals(form.getFirst("do"))) {
                handler.close(
                        code,
                        revision -> ShopForms.requireSeen(seen, revision),
                        pages.viewer().actor());
                return ShopForms.saved(code);
            }
            PointFields.Reading reading = PointFields.read(code, written, terms.get());
            List<Violation> violations = new ArrayList<>(reading.violations());
            if (seen == 0 && handler.find(code).isPresent()) {
                violations.add(new Violation("code", Flaw.TAKEN));
            }
            if (!violations.isEmpty()) {
                return page(PointPage.again(code, written, seen, violations, texts), texts.say("wrong"));
            }
            handler.put(
                    reading.point(),
                    revision -> ShopForms.requireSeen(seen, revision),
                    pages.viewer().actor());
            return ShopForms.saved(code);
        } catch (ShopForms.ChangedMeanwhile meanwhile) {
            int newer = known(code).revision();
            return page(PointPage.again(code, written, newer, List.of(), texts), texts.say("meanwhile"));
        } catch (NoSuchElementException none) {
            throw unknown();
        }
    }

    @ServerExceptionMapper(UnauthorizedException.class)
    public Response toLogin(UriInfo address, HttpHeaders headers) {
        return Pages.toLogin(address, headers);
    }

    private Response page(PointPage form, @Nullable String note) {
        return Pages.html(pages.page(page, form.texts())
                .data("form", form)
                .data(
                        "closed",
                        handler.find(form.code()).map(PickupPoint::closed).orElse(false))
                .data("note", note));
    }

    private PickupPoint known(String code) {
        return handler.find(code).orElseThrow(PointConsole::unknown);
    }

    private ConsoleTexts texts() {
        return pages.texts(ShopConsole.BUNDLE, PointConsole.class);
    }

    private static Problem unknown() {
        return Problem.notFound("pickup-point-not-found", "There is no such pickup point.");
    }
}
