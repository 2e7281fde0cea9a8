package io.orderjourney.rest.http;

import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemJson;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Answers with a problem where no resource has been reached yet. */
public final class HttpProblems {

    private HttpProblems() {}

    /** Ends the request; does nothing if it has been answered already. */
    public static void answer(RoutingContext request, Problem problem) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        response.setStatusCode(problem.status());
        problem.headers().forEach(response::putHeader);
        response.putHeader("Content-Type", ProblemJson.MEDIA_TYPE);
        response.end(Buffer.buffer(ProblemJson.bytes(problem, RequestIds.of(request))));
    }
}
