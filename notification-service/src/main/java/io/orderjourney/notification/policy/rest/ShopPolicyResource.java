package io.orderjourney.notification.policy.rest;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.state.ShopPolicy;
import io.orderjourney.notification.policy.PolicyFields;
import io.orderjourney.notification.policy.PolicyInForce;
import io.orderjourney.notification.policy.PolicyValidator;
import io.orderjourney.notification.policy.usecase.ChangePolicyHandler;
import io.orderjourney.notification.policy.usecase.PreviewPolicy;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.conditional.Versions;
import io.orderjourney.rest.paging.Cursor;
import io.orderjourney.rest.paging.Page;
import io.orderjourney.rest.paging.PageRequest;
import io.orderjourney.rest.problem.FieldError;
import io.orderjourney.rest.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The shop's policy: hours, holidays, lead times, margins, escalation, quiet hours. */
@Path("/api/v1/policy")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Policy")
public class ShopPolicyResource {

    private final CurrentTerms terms;
    private final ChangePolicyHandler handler;
    private final PreviewPolicy preview;
    private final PolicyInForce history;
    private final Caller caller;

    ShopPolicyResource(
            CurrentTerms terms,
            ChangePolicyHandler handler,
            PreviewPolicy preview,
            PolicyInForce history,
            Caller caller) {
        this.terms = terms;
        this.handler = handler;
        this.preview = preview;
        this.history = history;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.SALES, Roles.CREDIT, Roles.WAREHOUSE, Roles.PICKUP_POINT, Roles.CUSTOMER_CARE, Roles.MANAGEMENT
    })
    @Operation(operationId = "getPolicy", summary = "Get the policy in force")
    @APIResponseSchema(value = ShopPolicy.class, responseDescription = "With its revision as entity tag")
    public Response inForce() {
        return answer(terms.get().policy());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MANAGEMENT)
    @Operation(
            operationId = "changePolicy",
            summary = "Put a policy in force",
            description = "All services take it over. No date that was promised is rewritten; every open journey is"
                    + " reassessed.")
    @APIResponseSchema(value = ShopPolicy.class, responseDescription = "In force, with its new revision")
    public Response change(@HeaderParam("If-Match") @Nullable String ifMatch, @NotNull ShopPolicy wanted) {
        try {
            return answer(handler.change(wanted, revision -> Versions.requireMatch(ifMatch, revision), caller.actor()));
        } catch (ChangePolicyHandler.InvalidPolicy invalid) {
            throw problem(invalid);
        }
    }

    /** What a policy would lead to. */
    @Schema(name = "PolicyPreview")
    public record PreviewView(List<PromisedNowView> promisedNow, List<OpenPromisesView> openPromises) {

        static PreviewView of(PreviewPolicy.Preview preview, ZoneId zone) {
            return new PreviewView(
                    preview.dates().stream()
                            .map(date -> PromisedNowView.of(date, zone))
                            .toList(),
                    preview.open().stream().map(OpenPromisesView::of).toList());
        }
    }

    /**
     * What would be promised now.
     *
     * @param todayAt with the policy in force
     * @param afterAt with the wanted policy
     */
    @Schema(name = "PolicyPreviewDate")
    public record PromisedNowView(PromiseKind kind, OffsetDateTime todayAt, OffsetDateTime afterAt) {

        static PromisedNowView of(PreviewPolicy.PromisedNow date, ZoneId zone) {
            return new PromisedNowView(
                    date.kind(),
                    date.today().atZone(zone).toOffsetDateTime(),
                    date.after().atZone(zone).toOffsetDateTime());
        }
    }

    /**
     * Open promises of one desk; of those that are due first.
     *
     * @param checked how many were looked at
     * @param more whether there are more than that
     * @param endangered on track today, at risk or missed with the wanted policy
     * @param relieved at risk today, on track with the wanted policy
     * @param closed due at a time at which the desk would not work
     */
    @Schema(name = "PolicyPreviewPromises")
    public record OpenPromisesView(Desk desk, int checked, boolean more, int endangered, int relieved, int closed) {

        static OpenPromisesView of(PreviewPolicy.OpenPromises open) {
            return new OpenPromisesView(
                    open.desk(), open.lookedAt(), open.more(), open.endangered(), open.relieved(), open.closed());
        }
    }

    @POST
    @Path("/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MANAGEMENT)
    @Operation(
            operationId = "previewPolicy",
            summary = "See what a policy would lead to",
            description = "Nothing changes. What would be promised now is compared with the policy in force, and so are"
                    + " the open promises of each desk that are due first.")
    @APIResponseSchema(value = PreviewView.class, responseDescription = "What would be another")
    public PreviewView preview(@NotNull ShopPolicy wanted) {
        try {
            handler.requireValid(wanted, terms.get().policy());
        } catch (ChangePolicyHandler.InvalidPolicy invalid) {
            throw problem(invalid);
        }
        return PreviewView.of(preview.preview(wanted), terms.get().zone());
    }

    /**
     * One change of the policy.
     *
     * @param changedBy who decided it
     */
    @Schema(name = "PolicyChange")
    public record ChangeView(
            int revision, String changedBy, OffsetDateTime changedAt, List<PolicyFields.Change> changes) {}

    @GET
    @Path("/history")
    @RolesAllowed(Roles.MANAGEMENT)
    @Operation(operationId = "listPolicyChanges", summary = "List the changes of the policy, the latest first")
    public Page<ChangeView> history(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        PageRequest page = PageRequest.of("policy/history", limit, cursor);
        int before = page.after().map(place -> (int) place.number(0)).orElse(Integer.MAX_VALUE);
        ZoneId zone = terms.get().zone();
        return Page.of(history.before(before, page.rowsWanted()), page, entry -> Cursor.of(entry.revision()))
                .map(entry -> new ChangeView(
                        entry.revision(),
                        entry.changedBy(),
                        entry.changedAt().atZone(zone).toOffsetDateTime(),
                        entry.changes()));
    }

    private static Problem problem(ChangePolicyHandler.InvalidPolicy invalid) {
        return Problem.unprocessable(
                "policy-invalid",
                "The policy is invalid: "
                        + invalid.violations().stream()
                                .map(PolicyValidator.Violation::toString)
                                .collect(Collectors.joining("; "))
                        + ".",
                invalid.violations().stream()
                        .map(violation -> FieldError.at(
                                "/" + violation.field().replace('.', '/'),
                                violation.flaw().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                violation.what()))
                        .toArray(FieldError[]::new));
    }

    private static Response answer(ShopPolicy policy) {
        return Response.ok(policy)
                .header("ETag", Versions.etag(policy.revision()))
                .build();
    }
}
