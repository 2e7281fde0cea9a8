package io.orderjourney.rest.http;

import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemCodes;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Answers what no route has answered, and failures outside of the resources, with a problem. */
@Singleton
class FallbackRoute {

    void register(@Observes Router router) {
        router.route().order(Integer.MAX_VALUE).handler(request -> HttpProblems.answer(request, notFound()));
        router.errorHandler(404, request -> HttpProblems.answer(request, notFound()));
        router.errorHandler(
                400,
                request -> HttpProblems.answer(
                        request,
                        Problem.badRequest(ProblemCodes.REQUEST_MALFORMED, "The request cannot be understood.")));
        router.errorHandler(
                413,
                request -> HttpProblems.answer(
                        request, Problem.of(413, ProblemCodes.BODY_TOO_LARGE, "The body is longer than 256 kB.")));
    }

    private static Problem notFound() {
        return Problem.notFound(ProblemCodes.NOT_FOUND, "There is nothing at this address.");
    }
}
