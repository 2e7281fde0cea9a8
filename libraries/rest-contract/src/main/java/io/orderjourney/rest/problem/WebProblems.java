package io.orderjourney.rest.problem;

/** The refusals that JAX-RS itself makes, before a resource is reached. */
final class WebProblems {

    private WebProblems() {}

    static Problem problem(int status) {
        return switch (status) {
            case 404 -> Problem.notFound(ProblemCodes.NOT_FOUND, "There is nothing at this address.");
            case 401 -> Problem.unauthorized(ProblemCodes.UNAUTHENTICATED, "A valid bearer token is needed.");
            case 403 -> Problem.forbidden("The caller's roles do not allow this.");
            case 405 -> Problem.of(405, ProblemCodes.METHOD_NOT_ALLOWED, "This address does not answer this method.");
            case 406 -> Problem.of(406, ProblemCodes.NOT_ACCEPTABLE, "This address answers in JSON only.");
            case 413 -> Problem.of(413, ProblemCodes.BODY_TOO_LARGE, "The body is longer than 256 kB.");
            case 415 -> Problem.of(415, ProblemCodes.MEDIA_TYPE_UNSUPPORTED, "Send application/json.");
            default -> Problem.of(status, ProblemCodes.REQUEST_MALFORMED, "The request cannot be understood.");
        };
    }
}
