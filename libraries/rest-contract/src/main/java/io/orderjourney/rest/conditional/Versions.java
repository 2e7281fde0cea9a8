package io.orderjourney.rest.conditional;

import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemCodes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions of a resource as entity tags: version 7 is {@code "v7"}. */
public final class Versions {

    private static final Pattern TAG = Pattern.compile("(W/)?\"v(0|[1-9][0-9]{0,17})\"|\"[\\x21\\x23-\\x7e]*\"");
    private static final int TAGS_MAX = 10;

    private Versions() {}

    /** The value of the {@code ETag} header. */
    public static String etag(long version) {
        return "\"v" + version + "\"";
    }

    /**
     * Lets a change pass only if it was decided on the current version. {@code *} counts as missing: nobody changes what
     * he has not seen. A weak tag never matches.
     *
     * @param ifMatch the {@code If-Match} header as it was sent
     * @throws Problem 428 {@code precondition-required}, 400 {@code precondition-malformed}, or 412
     *     {@code version-stale} with {@code currentVersion}
     */
    public static void requireMatch(@Nullable String ifMatch, long currentVersion) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            throw Problem.of(
                    428,
                    ProblemCodes.PRECONDITION_REQUIRED,
                    "Send If-Match with the ETag of the version that you have seen.");
        }
        String[] tags = ifMatch.split(",", TAGS_MAX + 1);
        if (tags.length > TAGS_MAX) {
            throw malformed();
        }
        boolean matches = false;
        for (String tag : tags) {
            Matcher matcher = TAG.matcher(tag.strip());
            if (!matcher.matches()) {
                throw malformed();
            }
            matches |= matcher.group(1) == null
                    && matcher.group(2) != null
                    && Long.parseLong(matcher.group(2)) == currentVersion;
        }
        if (!matches) {
            throw Problem.of(
                            412, ProblemCodes.VERSION_STALE, "It has changed meanwhile. Read it again and decide anew.")
                    .with("currentVersion", currentVersion);
        }
    }

    private static Problem malformed() {
        return Problem.badRequest(
                ProblemCodes.PRECONDITION_MALFORMED, "If-Match must hold entity tags such as \"v7\".");
    }
}
