package io.orderjourney.rest.access;

import io.orderjourney.rest.problem.FieldError;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemCodes;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Who calls: the name and the roles of the token, and the person who acts within that name. */
@RequestScoped
public class Caller {

    /** Optional header: who of the token's people acts, such as {@code anna}. Recorded, never trusted for access. */
    public static final String ACTOR_HEADER = "Journey-Actor";

    /** The name of whoever calls without a token, at an endpoint that is open on purpose. */
    public static final String ANONYMOUS = "anonymous";

    private static final Pattern ACTOR = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");

    private final SecurityIdentity identity;
    private final CurrentVertxRequest request;

    Caller(SecurityIdentity identity, CurrentVertxRequest request) {
        this.identity = identity;
        this.request = request;
    }

    /** The token's name, such as {@code storefront}, or the person's, such as {@code staff:anna}. */
    public String name() {
        return identity.isAnonymous() ? ANONYMOUS : identity.getPrincipal().getName();
    }

    /** The person whose access token it is; empty for a system. */
    public Optional<StaffMember> person() {
        return Optional.ofNullable(identity.getAttribute(StaffMember.ATTRIBUTE));
    }

    /** The token's roles, see {@link Roles}. */
    public Set<String> roles() {
        return Set.copyOf(identity.getRoles());
    }

    public boolean has(String role) {
        return identity.hasRole(role);
    }

    /**
     * Who did it, for the log of the journey: {@code storefront:anna}, or {@code storefront} if the request names nobody. A
     * person is who the provider says they are.
     *
     * @throws Problem 400 {@code actor-invalid} if the header is not a plain short name, or a person sends one
     */
    public String actor() {
        RoutingContext current = request.getCurrent();
        List<String> named =
                current == null ? List.of() : current.request().headers().getAll(ACTOR_HEADER);
        if (named.isEmpty()) {
            return name();
        }
        if (person().isPresent()) {
            throw Problem.badRequest(ProblemCodes.ACTOR_INVALID, "A person acts under their own name.");
        }
        if (named.size() > 1 || !ACTOR.matcher(named.get(0)).matches()) {
            throw Problem.badRequest(ProblemCodes.ACTOR_INVALID, "The actor must be one short name.")
                    .withErrors(List.of(FieldError.in(
                            ACTOR_HEADER, "invalid", "1 to 64 letters, digits, dots, dashes, underscores or @.")));
        }
        return name() + ":" + named.get(0);
    }
}
