package io.orderjourney.fulfillment.desk.console;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.console.rest.BoardPages;
import io.orderjourney.console.rest.Pages;
import io.orderjourney.contracts.state.CatalogueItem;
import io.orderjourney.contracts.state.PickupPoint;
import io.orderjourney.fulfillment.catalogue.usecase.ChangeItemHandler;
import io.orderjourney.fulfillment.masterdata.usecase.ReadMasterDataHistory;
import io.orderjourney.fulfillment.points.usecase.ChangePointHandler;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** What the owner of a shop enters first: its pickup points and its articles, with the history of their changes. */
@Path("/desk/shop")
@Produces(MediaType.TEXT_HTML)
public class ShopConsole {

    static final String BUNDLE = "io.orderjourney.fulfillment.desk.shop";

    private static final int ARTICLES_SHOWN = 50;
    private static final int CODE_MAX = 64;

    private final ChangePointHandler points;
    private final ChangeItemHandler articles;
    private final ReadMasterDataHistory history;
    private final BoardPages pages;
    private final Template overview;
    private final Template past;

    ShopConsole(
            ChangePointHandler points,
            ChangeItemHandler articles,
            ReadMasterDataHistory history,
            BoardPages pages,
            @Location("shop/overview.html") Template overview,
            @Location("shop/history.html") Template past) {
        this.points = points;
        this.articles = articles;
        this.history = history;
        this.pages = pages;
        this.overview = overview;
        this.past = past;
    }

    /**
     * All points, and some articles.
     *
     * @param after the article before the first that is shown; it need not exist
     * @param saved the code of what was saved a moment ago
     */
    @GET
    @RolesAllowed(Roles.MANAGEMENT)
    @Operation(hidden = true)
    public Response overview(@QueryParam("after") @Nullable String after, @QueryParam("saved") @Nullable String saved) {
        ConsoleTexts texts = pages.texts(BUNDLE, ShopConsole.class);
        String from = code(after);
        List<PickupPoint> all = points.all();
        List<CatalogueItem> found = articles.page(from, ARTICLES_SHOWN + 1);
        boolean more = found.size() > ARTICLES_SHOWN;
        List<CatalogueItem> shown = more ? found.subList(0, ARTICLES_SHOWN) : found;
        return Pages.html(pages.page(overview, texts)
                .data("points", all)
                .data("articles", shown)
                .data("after", from == null ? "" : from)
                .data("goesOnAfter", more ? shown.get(shown.size() - 1).sku() : null)
                .data("first", first(all, from == null && found.isEmpty()))
                .data("saved", code(saved)));
    }

    @GET
    @Path("/history")
    @RolesAllowed(Roles.MANAGEMENT)
    @Operation(hidden = true)
    public Response history(@QueryParam("before") @Nullable String before) {
        ConsoleTexts texts = pages.texts(BUNDLE, ShopConsole.class);
        Long position = before != null && before.matches("[0-9]{1,18}") ? Long.valueOf(before) : null;
        ReadMasterDataHistory.Part part = history.part(position);
        return Pages.html(
                pages.page(past, texts).data("entries", part.entries()).data("goesOn", part.goesOnBefore()));
    }

    @ServerExceptionMapper(UnauthorizedException.class)
    public Response toLogin(UriInfo address, HttpHeaders headers) {
        return Pages.toLogin(address, headers);
    }

    /** What to enter before any order can be taken, as the key of a text; null once there is all of it. */
    private static @Nullable String first(List<PickupPoint> points, boolean noArticle) {
        if (points.stream().noneMatch(PickupPoint::takesOrders)) {
            return "first.point";
        }
        return noArticle ? "first.article" : null;
    }

    private static @Nullable String code(@Nullable String text) {
        return text == null || text.isBlank() || text.length() > CODE_MAX ? null : text.strip();
    }
}
