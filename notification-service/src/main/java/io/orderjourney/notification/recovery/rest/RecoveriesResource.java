package io.orderjourney.notification.recovery.rest;

import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.notification.recovery.DiscountCode;
import io.orderjourney.notification.recovery.Recovery.Recoveries;
import io.orderjourney.notification.recovery.RecoveryPolicy;
import io.orderjourney.notification.recovery.RecoveryRule;
import io.orderjourney.notification.recovery.Remedy;
import io.orderjourney.notification.recovery.usecase.ReadRecoveries;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.idempotency.Idempotent;
import io.orderjourney.rest.paging.Cursor;
import io.orderjourney.rest.paging.Page;
import io.orderjourney.rest.paging.PageRequest;
import io.orderjourney.rest.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the shop does for customers that it failed: the rules, what was done, and the codes. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Service recovery")
public class RecoveriesResource {

    private final ReadRecoveries read;
    private final CurrentTerms terms;
    private final Caller caller;

    RecoveriesResource(ReadRecoveries read, CurrentTerms terms, Caller caller) {
        this.read = read;
        this.terms = terms;
        this.caller = caller;
    }

    /** A part of making up for a failure. */
    @Schema(name = "RecoveryPart")
    public record PartView(
            Remedy remedy, boolean done, @Nullable String outcome) {}

    /**
     * What is done for a customer.
     *
     * @param done every part happened
     * @param costMinor what gifts and codes cost at most, in the currency of the shop
     */
    @Schema(name = "Recovery")
    public record RecoveryView(
            UUID journeyId,
            @Nullable String orderNumber,
            OffsetDateTime openedAt,
            long lateMinutes,
            boolean done,
            long costMinor,
            List<PartView> parts) {

        static RecoveryView of(ReadRecoveries.Found found, ZoneId zone) {
            return new RecoveryView(
                    found.recovery().journeyId(),
                    found.orderNumber(),
                    found.recovery().openedAt().atZone(zone).toOffsetDateTime(),
                    found.recovery().late().toMinutes(),
                    found.done(),
                    found.recovery().costMinor(),
                    found.parts().stream()
                            .map(part -> new PartView(part.remedy(), part.done(), part.outcome()))
                            .toList());
        }
    }

    /**
     * A step of the ladder.
     *
     * @param lateAtLeast at least so late, counted from the first promised date
     * @param causes only for these; empty: for all
     * @param costMinor what it costs at most beside the time of people
     */
    @Schema(name = "NewRecoveryRule")
    public record NewRule(
            @NotNull Duration lateAtLeast,
            boolean onlyUnannounced,
            @Min(0) @Max(100) int repeatsAtLeast,
            @Min(0) long valueAtLeastMinor,
            @NotNull @Size(max = 20) List<@NotNull ReasonCode> causes,
            @NotNull @Size(min = 1, max = 4) List<@NotNull Remedy> remedies,
            @Min(0) @Max(100) int discountPercent,
            @Min(0) long costMinor) {}

    /**
     * The apology ladder to put in force.
     *
     * @param ladder from the weakest to the strongest; the last one that applies counts
     * @param budgetMinor what gifts and codes may cost in a month
     */
    @Schema(name = "NewRecoveryPolicy")
    public record NewPolicy(
            boolean active,
            @NotNull @Size(max = 20) List<@NotNull @Valid NewRule> ladder,
            @Min(0) long budgetMinor,
            @Min(1) @Max(730) int codeValidDays,
            @Min(1) @Max(730) int repeatWithinDays) {

        RecoveryPolicy toPolicy() {
            try {
                return new RecoveryPolicy(
                        active,
                        ladder.stream()
                                .map(rule -> new RecoveryRule(
                                        rule.lateAtLeast(),
                                        rule.onlyUnannounced(),
                                        rule.repeatsAtLeast(),
                                        rule.valueAtLeastMinor(),
                                        rule.causes(),
                                        rule.remedies(),
                                        rule.discountPercent(),
                                        rule.costMinor()))
                                .toList(),
                        budgetMinor,
                        codeValidDays,
                        repeatWithinDays);
            } catch (IllegalArgumentException wrong) {
                throw Problem.unprocessable(
                        "recovery-policy-invalid", "The ladder is invalid: " + wrong.getMessage() + ".");
            }
        }
    }

    /**
     * The ladder in force, what it cost this month, and what came back.
     *
     * @param redeemedThisMonth codes that customers used
     * @param ordersThisMonthMinor what the orders cost for which they did, as far as those are known
     */
    @Schema(name = "RecoveryPolicyInForce")
    public record PolicyView(
            RecoveryPolicy policy, long spentThisMonthMinor, int redeemedThisMonth, long ordersThisMonthMinor) {}

    /** A code that can be used. */
    @Schema(name = "DiscountCode")
    public record CodeView(String code, int percent, OffsetDateTime validUntilAt) {}

    /** What a code is used for. */
    @Schema(name = "CodeRedemption")
    public record Redemption(@NotBlank @Size(max = 40) String orderNumber) {}

    @GET
    @Path("/recoveries")
    @RolesAllowed({Roles.MANAGEMENT, Roles.CUSTOMER_CARE, Roles.OPERATOR})
    @Operation(
            operationId = "listRecoveries",
            summary = "List what is done for customers that the shop failed",
            description = "The newest first. It is done only when every part happened.")
    public Page<RecoveryView> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        PageRequest request = PageRequest.of("recoveries", limit, cursor);
        List<ReadRecoveries.Found> rows = read.list(
                request.after()
                        .map(place -> new Recoveries.Place(place.instant(0), place.uuid(1)))
                        .orElse(null),
                request.rowsWanted());
        ZoneId zone = terms.get().zone();
        return Page.of(
                        rows,
                        request,
                        found -> Cursor.of(
                                found.recovery().openedAt(), found.recovery().journeyId()))
                .map(found -> RecoveryView.of(found, zone));
    }

    @GET
    @Path("/recovery-policy")
    @RolesAllowed({Roles.MANAGEMENT, Roles.CUSTOMER_CARE, Roles.OPERATOR})
    @Operation(
            operationId = "getRecoveryPolicy",
            summary = "Get the apology ladder, what it cost this month and what came back")
    public PolicyView policy() {
        Recoveries.Returns returns = read.returnsThisMonth();
        return new PolicyView(read.policy(), read.spentThisMonth(), returns.redeemed(), returns.ordersMinor());
    }

    @PUT
    @Path("/recovery-policy")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MANAGEMENT)
    @Operation(
            operationId = "putRecoveryPolicy",
            summary = "Change the apology ladder",
            description = "It counts from the next failure on.")
    public PolicyView put(@Valid @NotNull NewPolicy wanted) {
        read.put(wanted.toPolicy(), caller.actor());
        return policy();
    }

    @GET
    @Path("/discount-codes/{code}")
    @RolesAllowed({Roles.STOREFRONT, Roles.SALES, Roles.CUSTOMER_CARE, Roles.MANAGEMENT})
    @Operation(operationId = "getDiscountCode", summary = "Get a discount code that can be used")
    public CodeView code(@PathParam("code") String code) {
        DiscountCode found = read.goodCode(code).orElseThrow(RecoveriesResource::noCode);
        return new CodeView(
                found.code(),
                found.percent(),
                found.validUntilAt().atZone(terms.get().zone()).toOffsetDateTime());
    }

    @POST
    @Path("/discount-codes/{code}/redemptions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({Roles.STOREFRONT, Roles.SALES})
    @Operation(
            operationId = "redeemDiscountCode",
            summary = "Use a discount code up",
            description = "Once: for a code that was used, or is good no more, the answer is 404.")
    @APIResponse(responseCode = "204", description = "Used up")
    public void redeem(@PathParam("code") String code, @Valid @NotNull Redemption redemption) {
        if (!read.redeem(code, redemption.orderNumber())) {
            throw noCode();
        }
    }

    private static Problem noCode() {
        return Problem.notFound("discount-code-not-found", "There is no such code that can be used.");
    }
}
