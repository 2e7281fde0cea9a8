package io.orderjourney.notification.board.console;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.console.rest.BoardPages;
import io.orderjourney.console.rest.Pages;
import io.orderjourney.contracts.state.ShopPolicy;
import io.orderjourney.notification.policy.PolicyFields;
import io.orderjourney.notification.policy.PolicyInForce;
import io.orderjourney.notification.policy.PolicyValidator;
import io.orderjourney.notification.policy.PolicyValidator.Violation;
import io.orderjourney.notification.policy.usecase.ChangePolicyHandler;
import io.orderjourney.notification.policy.usecase.PreviewPolicy;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Roles;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Where a manager changes the policy: a form, what it would lead to, and who changed what before. */
@Path("/desk/board/policy")
@Produces(MediaType.TEXT_HTML)
public class PolicyConsole {

    private static final String BUNDLE = "io.orderjourney.notification.board.board";
    private static final int VALUE_LENGTH_MAX = 12_000;
    private static final int SHOWN_CHANGES_MAX = 50;

    private final CurrentTerms terms;
    private final ChangePolicyHandler handler;
    private final PreviewPolicy preview;
    private final PolicyInForce history;
    private final BoardPages pages;
    private final Template page;
    private final Template past;

    PolicyConsole(
            CurrentTerms terms,
            ChangePolicyHandler handler,
            PreviewPolicy preview,
            PolicyInForce history,
            BoardPages pages,
            @Location("board/policy.html") Template page,
            @Location("board/policy-history.html") Template past) {
        this.terms = terms;
        this.handler = handler;
        this.preview = preview;
        this.history = history;
        this.pages = pages;
        this.page = page;
        this.past = past;
    }

    /** Somebody else changed the policy since the form was read. */
    private static final class ChangedMeanwhile extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** What a change would lead to. */
    private record Consequences(List<PolicyPage.Changed> changes, PreviewPolicy.Preview preview) {}

    @GET
    @RolesAllowed(Roles.MANAGEMENT)
    @Operation(hidden = true)
    public Response form(@QueryParam("saved") @Nullable String saved) {
        ConsoleTexts texts = texts();
        ShopPolicy policy = terms.get().policy();
        String note = saved == null ? null : texts.say("policy.saved", policy.revision());
        return page(PolicyPage.of(policy, Map.of(), List.of(), texts), note, null, texts);
    }

    /** Shows what the written values would lead to, or puts them in force. */
    @POST
    @RolesAllowed(Roles.MANAGEMENT)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response submitted(MultivaluedMap<String, String> form) {
        ConsoleTexts texts = texts();
        ShopPolicy inForce = terms.get().policy();
        Map<String, String> written = written(form, inForce);
        PolicyFields.Reading reading = PolicyFields.read(inForce, written);
        ShopPolicy wanted = reading.policy();
        List<Violation> violations = new ArrayList<>(reading.violations());
        violations.addAll(PolicyValidator.violations(wanted, inForce));
        if (!violations.isEmpty()) {
            return page(PolicyPage.of(inForce, written, violations, texts), texts.say("policy.wrong"), null, texts);
        }
        PolicyPage filled = PolicyPage.of(inForce, written, List.of(), texts);
        if (!"save".equals(form.getFirst("do"))) {
            return page(filled, null, consequences(inForce, wanted, texts), texts);
        }
        try {
            int seen = number(form.getFirst("revision"));
            handler.change(
                    wanted,
                    revision -> {
                        if (revision != seen) {
                            throw new ChangedMeanwhile();
                        }
                    },
                    pages.viewer().actor());
            return Response.seeOther(URI.create("/desk/board/policy?saved=yes")).build();
        } catch (ChangedMeanwhile meanwhile) {
            ShopPolicy newer = terms.get().policy();
            return page(
                    PolicyPage.of(newer, written, List.of(), texts),
                    texts.say("policy.meanwhile"),
                    consequences(newer, PolicyFields.read(newer, written).policy(), texts),
                    texts);
        }
    }

    @GET
    @Path("/history")
    @RolesAllowed(Roles.MANAGEMENT)
    @Operation(hidden = true)
    public Response history(@QueryParam("before") @Nullable String before) {
        ConsoleTexts texts = texts();
        int revision = before == null ? Integer.MAX_VALUE : number(before);
        List<PolicyInForce.PastChange> found = history.before(revision, SHOWN_CHANGES_MAX + 1);
        boolean more = found.size() > SHOWN_CHANGES_MAX;
        List<PolicyInForce.PastChange> shown = more ? found.subList(0, SHOWN_CHANGES_MAX) : found;
        return Pages.html(pages.page(past, texts)
                .data("entries", shown)
                .data("labels", new Labels(texts))
                .data("goesOn", more ? shown.get(shown.size() - 1).revision() : null));
    }

    /** The words for a value. */
    public record Labels(ConsoleTexts texts) {

        public PolicyPage.Changed of(PolicyFields.Change change) {
            return PolicyPage.changed(change, texts);
        }
    }

    /** A manager who is not logged in logs in first. */
    @ServerExceptionMapper(UnauthorizedException.class)
    public Response toLogin(UriInfo address, HttpHeaders headers) {
        return Pages.toLogin(address, headers);
    }

    private Consequences consequences(ShopPolicy inForce, ShopPolicy wanted, ConsoleTexts texts) {
        return new Consequences(
                PolicyFields.changes(inForce, wanted).stream()
                        .map(change -> PolicyPage.changed(change, texts))
                        .toList(),
                preview.preview(wanted));
    }

    private Response page(
            PolicyPage form, @Nullable String note, @Nullable Consequences consequences, ConsoleTexts texts) {
        return Pages.html(pages.page(page, texts)
                .data("form", form)
                .data("revision", form.policy().revision())
                .data("note", note)
                .data("changes", consequences == null ? null : consequences.changes())
                .data("preview", consequences == null ? null : consequences.preview())
                .data("labels", new BoardConsole.Labels(texts)));
    }

    /** Only values that the policy has; what is longer than any of them can be is cut. */
    private static Map<String, String> written(MultivaluedMap<String, String> form, ShopPolicy inForce) {
        Map<String, String> written = new HashMap<>();
        PolicyFields.of(inForce).keySet().forEach(field -> {
            String value = form.getFirst(field);
            if (value != null) {
                written.put(field, value.length() > VALUE_LENGTH_MAX ? value.substring(0, VALUE_LENGTH_MAX) : value);
            }
        });
        return written;
    }

    private static int number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    private ConsoleTexts texts() {
        return pages.texts(BUNDLE, PolicyConsole.class);
    }
}
