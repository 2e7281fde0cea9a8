package io.orderjourney.rest.http;

import io.orderjourney.rest.problem.FieldError;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemCodes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a request target is written in the one way that everybody reads alike. Access rules of frameworks have been
 * walked around with {@code //}, {@code ;} and encoded separators; a target that could mean two things is refused.
 */
final class CanonicalRequest {

    private static final String PATH_MARKS = "-._~!$&'()*+,=:@";
    private static final String QUERY_MARKS = PATH_MARKS + "/?;";
    private static final String NEVER_ENCODED = "/\\;.%";

    private CanonicalRequest() {}

    /** What is wrong with the target as it was sent, if anything. */
    static Optional<Problem> refusal(String target) {
        int queryAt = target.indexOf('?');
        String path = queryAt < 0 ? target : target.substring(0, queryAt);
        if (!isCanonicalPath(path)) {
            return Optional.of(Problem.badRequest(
                    ProblemCodes.PATH_NOT_CANONICAL,
                    "The path must be written in its shortest form, without empty or dot segments and without"
                            + " encoded separators."));
        }
        return queryAt < 0 ? Optional.empty() : queryRefusal(target.substring(queryAt + 1), path.startsWith("/api/"));
    }

    static boolean isCanonicalPath(String path) {
        if (!path.startsWith("/") || path.contains("//")) {
            return false;
        }
        for (String segment : path.substring(1).split("/", -1)) {
            if (segment.equals(".") || segment.equals("..")) {
                return false;
            }
        }
        return decoded(path, PATH_MARKS + "/", true).isPresent();
    }

    private static Optional<Problem> queryRefusal(String query, boolean namesOnce) {
        Set<String> names = new HashSet<>();
        for (String pair : query.split("&", -1)) {
            int valueAt = pair.indexOf('=');
            Optional<String> name = decoded(valueAt < 0 ? pair : pair.substring(0, valueAt), QUERY_MARKS, false);
            Optional<String> value =
                    valueAt < 0 ? Optional.of("") : decoded(pair.substring(valueAt + 1), QUERY_MARKS, false);
            if (name.isEmpty() || value.isEmpty()) {
                return Optional.of(Problem.badRequest(
                        ProblemCodes.QUERY_MALFORMED,
                        "The query must be percent-encoded UTF-8 without control characters."));
            }
            if (namesOnce && !names.add(name.get())) {
                return Optional.of(Problem.badRequest(
                                ProblemCodes.PARAMETER_REPEATED, "A query parameter is given more than once.")
                        .withErrors(List.of(FieldError.in(
                                shown(name.get()), ProblemCodes.PARAMETER_REPEATED, "Give this parameter once."))));
            }
        }
        return Optional.empty();
    }

    /** A name that is plain may be named in the refusal. */
    static String shown(String name) {
        return name.matches("[A-Za-z][A-Za-z0-9_.-]{0,63}") ? name : "*";
    }

    /** The decoded text; empty if it holds a character or an escape that has no place there. */
    private static Optional<String> decoded(String text, String marks, boolean strict) {
        byte[] bytes = new byte[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int value = c;
            if (c == '%') {
                value = hex(text, i + 1) * 16 + hex(text, i + 2);
                if (value < 0x20 || value == 0x7f || (strict && isAmbiguous((char) value))) {
                    return Optional.empty();
                }
                i += 2;
            } else if (!isAlphanumeric(c) && marks.indexOf(c) < 0) {
                return Optional.empty();
            }
            bytes[length++] = (byte) value;
        }
        try {
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
            return decoded.chars().anyMatch(Character::isISOControl) ? Optional.empty() : Optional.of(decoded);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** An escaped letter is another spelling of the same path; an escaped separator is a hidden one. */
    private static boolean isAmbiguous(char c) {
        return NEVER_ENCODED.indexOf(c) >= 0 || isAlphanumeric(c) || "-_~".indexOf(c) >= 0;
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    /** A hex digit's value; a value that makes the whole escape invalid if there is none. */
    private static int hex(String text, int at) {
        int digit = at < text.length() && text.charAt(at) < 0x80 ? Character.digit(text.charAt(at), 16) : -1;
        return digit < 0 ? -1000 : digit;
    }
}
