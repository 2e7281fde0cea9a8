package io.orderjourney.fulfillment.desk.console;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.console.FormField;
import io.orderjourney.console.rest.BoardPages;
import io.orderjourney.console.rest.Pages;
import io.orderjourney.contracts.state.CatalogueItem;
import io.orderjourney.fulfillment.catalogue.ItemFields;
import io.orderjourney.fulfillment.catalogue.usecase.ChangeItemHandler;
import io.orderjourney.fulfillment.masterdata.Violation;
import io.orderjourney.fulfillment.masterdata.Violation.Flaw;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** One article as a form: added, renamed, discontinued. */
@Path("/desk/shop/articles")
@Produces(MediaType.TEXT_HTML)
public class ArticleConsole {

    private final ChangeItemHandler handler;
    private final BoardPages pages;
    private final Template page;

    ArticleConsole(ChangeItemHandler handler, BoardPages pages, @Location("shop/article.html") Template page) {
        this.handler = handler;
        this.pages = pages;
        this.page = page;
    }

    /** The form of a new article. */
    @GET
    @RolesAllowed(Roles.MANAGEMENT)
    @Operation(hidden = true)
    public Response blank() {
        return page(new CatalogueItem(0, "", "", false), List.of(), null);
    }

    @GET
    @Path("/{sku}")
    @RolesAllowed(Roles.MANAGEMENT)
    @Operation(hidden = true)
    public Response form(@PathParam("sku") String sku) {
        return page(known(sku), List.of(), null);
    }

    /** Adds or changes an article. */
    @POST
    @RolesAllowed(Roles.MANAGEMENT)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response submitted(MultivaluedMap<String, String> form) {
        ConsoleTexts texts = texts();
        int seen = ShopForms.revision(form);
        CatalogueItem wanted = new CatalogueItem(
                seen,
                ShopForms.value(form, "code"),
                ShopForms.value(form, "name"),
                "yes".equals(ShopForms.value(form, "discontinued")));
        List<Violation> violations = new ArrayList<>(ItemFields.violations(wanted.sku(), wanted.name()));
        if (seen == 0 && handler.find(wanted.sku()).isPresent()) {
            violations.add(new Violation("code", Flaw.TAKEN));
        }
        if (!violations.isEmpty()) {
            return page(wanted, violations, texts.say("wrong"));
        }
        try {
            handler.put(
                    wanted.sku(),
                    wanted.name(),
                    wanted.discontinued(),
                    revision -> ShopForms.requireSeen(seen, revision),
                    pages.viewer().actor());
            return ShopForms.saved(wanted.sku());
        } catch (ShopForms.ChangedMeanwhile meanwhile) {
            CatalogueItem newer = new CatalogueItem(
                    known(wanted.sku()).revision(), wanted.sku(), wanted.name(), wanted.discontinued());
            return page(newer, List.of(), texts.say("meanwhile"));
        }
    }

    @ServerExceptionMapper(UnauthorizedException.class)
    public Response toLogin(UriInfo address, HttpHeaders headers) {
        return Pages.toLogin(address, headers);
    }

    private Response page(CatalogueItem item, List<Violation> violations, @Nullable String note) {
        ConsoleTexts texts = texts();
        Map<String, String> errors = ShopForms.errors(violations, texts);
        return Pages.html(pages.page(page, texts)
                .data("item", item)
                .data("isNew", item.revision() == 0)
                .data("code", field("code", item.sku(), errors, texts))
                .data("name", field("name", item.name(), errors, texts))
                .data("note", note));
    }

    private static FormField field(String name, String value, Map<String, String> errors, ConsoleTexts texts) {
        return new FormField(name, texts.say("article." + name), value, "text", null, errors.get(name));
    }

    private CatalogueItem known(String sku) {
        return handler.find(sku).orElseThrow(() -> Problem.notFound("article-not-found", "There is no such article."));
    }

    private ConsoleTexts texts() {
        return pages.texts(ShopConsole.BUNDLE, ArticleConsole.class);
    }
}
