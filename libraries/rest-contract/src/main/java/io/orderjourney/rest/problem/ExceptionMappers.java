package io.orderjourney.rest.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.orderjourney.rest.http.AllowedMethods;
import io.orderjourney.rest.http.RequestIds;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where whatever a resource throws becomes an answer. */
@Singleton
public class ExceptionMappers {

    private static final Logger LOG = Logger.getLogger(ExceptionMappers.class);

    private final ProblemMappings mappings;
    private final AllowedMethods allowed;
    private final CurrentVertxRequest request;

    ExceptionMappers(ProblemMappings mappings, AllowedMethods allowed, CurrentVertxRequest request) {
        this.mappings = mappings;
        this.allowed = allowed;
        this.request = request;
    }

    // The platform has mappers of its own for the subclasses named here; only the same class replaces them.
    // Public, because the platform's generated caller may live in another class loader than a library's jar.
    @ServerExceptionMapper({
        Throwable.class,
        WebApplicationException.class,
        NotFoundException.class,
        MismatchedInputException.class,
        ValidationException.class,
        ConstraintViolationException.class,
        ResteasyReactiveViolationException.class,
        UnauthorizedException.class,
        ForbiddenException.class,
        AuthenticationFailedException.class
    })
    public Response answer(Throwable failure) {
        RoutingContext current = request.getCurrent();
        String requestId = RequestIds.of(current);
        if (failure instanceof WebApplicationException made && isComplete(made.getResponse())) {
            return made.getResponse();
        }
        Problem problem = problem(failure, requestId);
        Response.ResponseBuilder answer = Response.status(problem.status())
                .header(HttpHeaders.CONTENT_TYPE, ProblemJson.MEDIA_TYPE)
                .entity(ProblemJson.bytes(problem, requestId));
        problem.headers().forEach(answer::header);
        if (problem.status() == 405 && current != null) {
            answer.header(HttpHeaders.ALLOW, allowed.at(current.request().path()));
        }
        return answer.build();
    }

    /** A success, a redirect or an answer with a body was meant exactly so by whoever made it. */
    private static boolean isComplete(Response response) {
        return response.getStatus() < 400 || response.hasEntity();
    }

    private Problem problem(Throwable failure, String requestId) {
        Optional<Problem> told = mappings.problem(failure);
        if (told.isPresent()) {
            return told.get();
        }
        if (failure instanceof UnauthorizedException || failure instanceof AuthenticationException) {
            return Problem.unauthorized(ProblemCodes.UNAUTHENTICATED, "A valid bearer token is needed.");
        }
        if (failure instanceof ForbiddenException) {
            return Problem.forbidden("The caller's roles do not allow this.");
        }
        if (failure instanceof ConstraintViolationException violations && isOfRequest(violations)) {
            return Violations.problem(violations);
        }
        if (failure instanceof WebApplicationException refused
                && refused.getResponse().getStatus() < 500) {
            return WebProblems.problem(refused.getResponse().getStatus());
        }
        Optional<Problem> database = DatabaseProblems.problem(failure);
        if (database.isPresent()) {
            LOG.warnf("Request %s was not served: %s", requestId, database.get().code());
            LOG.debug("The cause", failure);
            return database.get();
        }
        LOG.errorf(failure, "Request %s failed unexpectedly", requestId);
        return Problem.of(
                500, ProblemCodes.UNEXPECTED, "Something went wrong here. Name the instance when you ask us.");
    }

    private static boolean isOfRequest(ConstraintViolationException violations) {
        return violations instanceof ResteasyReactiveViolationException && !Violations.isOurs(violations);
    }
}
