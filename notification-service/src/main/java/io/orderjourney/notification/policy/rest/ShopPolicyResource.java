package io.orderjourney.notification.policy.rest;

import io.orderjourney.contracts.state.ShopPolicy;
import io.orderjourney.notification.policy.usecase.ChangePolicyHandler;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.conditional.Versions;
import io.orderjourney.rest.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
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

    ShopPolicyResource(CurrentTerms terms, ChangePolicyHandler handler) {
        this.terms = terms;
        this.handler = handler;
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
            return answer(handler.change(wanted, revision -> Versions.requireMatch(ifMatch, revision)));
        } catch (ChangePolicyHandler.InvalidPolicy invalid) {
            throw Problem.unprocessable(
                    "policy-invalid", "The policy is invalid: " + String.join("; ", invalid.violations()) + ".");
        }
    }

    private static Response answer(ShopPolicy policy) {
        return Response.ok(policy)
                .header("ETag", Versions.etag(policy.revision()))
                .build();
    }
}
