package io.orderjourney.rest.testing;

import static io.orderjourney.rest.testing.BodyFaults.MARK;
import static io.orderjourney.rest.testing.BodyFaults.NAME;
import static io.orderjourney.rest.testing.BodyFaults.pick;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** Spoils what stands above the body: address, parameters, headers. */
final class HeadFaults {

    private static final List<String> TRICKS = List.of(
            "//",
            "/./",
            "/../",
            ";",
            ";x=" + MARK,
            "%2f",
            "%5c",
            "%3b",
            "%2e%2e",
            "%00",
            "%0d%0aX-Injected:1",
            "%61",
            "%c0%af",
            "%ff",
            "%252e",
            "%",
            "\\",
            "#",
            "x",
            "%D9%A1",
            "%F0%9F%98%80",
            "|",
            "<" + MARK + ">",
            "?",
            "&");

    private static final List<String> SEGMENTS = List.of(
            "x",
            MARK,
            "-1",
            "0",
            "9223372036854775807",
            "9223372036854775808",
            "1-1-1-1-1",
            "00000000-0000-0000-0000-000000000000",
            "2026-02-30",
            "%2B999999999-12-31",
            "-999999999-01-01",
            "2999-12-31",
            "null",
            "*",
            "~",
            "'",
            "%25",
            "%F0%9F%98%80",
            "%E2%80%AE",
            "x".repeat(300),
            "x".repeat(3_000));

    private static final List<String> VALUES = List.of(
            "",
            "x",
            MARK,
            "-1",
            "0",
            "1",
            "1.0",
            "1e9",
            "2147483648",
            "9223372036854775808",
            "true",
            "%00",
            "%0a",
            "%ff",
            "%F0%9F%98%80",
            "%25%5F",
            "'",
            "2026-02-30",
            "%2B999999999-12-31",
            "%2B999999999-12-31T00:00:00Z",
            "2999-12-31T23:59:59Z",
            "1900-01-01T00:00:00%2B18:00",
            "00000000-0000-0000-0000-000000000000",
            "1-1-1-1-1",
            "WjE",
            "eyJhIjoxfQ",
            "A".repeat(200),
            "x".repeat(3_900));

    private static final List<String> KEYS = List.of(
            "",
            " ",
            MARK,
            "\"" + MARK + "\"",
            "\u00e9",
            "a\tb",
            "x".repeat(255),
            "x".repeat(256),
            "x".repeat(7_000),
            "\u0000");

    private static final List<String> TAGS = List.of(
            "",
            "*",
            "1",
            "\"1\"",
            "W/\"1\"",
            "\"v1\"",
            "\"v-1\"",
            "\"v99999999999999999999\"",
            "\"v9223372036854775807\"",
            "\"\"",
            "\"",
            ",",
            "\"v1\",\"v2\"",
            MARK);

    private static final List<String> TYPES = List.of(
            "",
            "/",
            ";",
            "text/plain",
            "application/xml",
            "application/json;charset=utf-16",
            "application/json;charset",
            "application/json;charset=" + MARK,
            "application/merge-patch+json",
            "multipart/form-data",
            "multipart/form-data;boundary=x",
            "application/x-www-form-urlencoded",
            "APPLICATION/JSON",
            "a/b;q=x",
            "*/*");

    private static final List<String> ACCEPTS = List.of(
            "",
            "x",
            "/",
            "text/html",
            "image/png",
            "a/b;q=x",
            ",,,",
            "application/json;q=2",
            "application/json;q=0",
            "application/yaml",
            MARK);

    private static final List<String> CREDENTIALS = List.of(
            "",
            "Bearer",
            "Bearer ",
            "bearer x",
            "Basic eDp4",
            "Basic \u00ff",
            "Bearer " + MARK,
            "Bearer a b",
            "Digest x",
            "Bearer " + "x".repeat(4_000));

    private static final List<String> ACTORS =
            List.of("", " ", MARK, "anna", "an:na", "\u0142", "a\tb", "x".repeat(201), "\u0000", "<" + MARK + ">");

    private HeadFaults() {}

    static void inTarget(Draft draft, Random random) {
        switch (random.nextInt(3)) {
            case 0 -> {
                int at = 1 + random.nextInt(draft.path.length());
                draft.path = draft.path.substring(0, at) + pick(TRICKS, random) + draft.path.substring(at);
            }
            case 1 -> draft.path = draft.path + pick(List.of("/", "/x", ".json", "/..", "%20", "/" + MARK), random);
            default -> draft.path = draft.path.toUpperCase(Locale.ROOT);
        }
    }

    /** Puts something else where the address has a parameter. */
    static void inSegment(Draft draft, Operation operation, Random random) {
        String[] names = operation.template().split("/", -1);
        String[] segments = draft.path.split("/", -1);
        for (int i = 0; i < names.length && i < segments.length; i++) {
            if (names[i].startsWith("{") && random.nextBoolean()) {
                segments[i] = random.nextInt(4) == 0 ? UUID.randomUUID().toString() : pick(SEGMENTS, random);
            }
        }
        draft.path = String.join("/", segments);
    }

    static void inQuery(Draft draft, Operation operation, Random random) {
        List<Operation.Parameter> known = operation.in("query");
        String name = known.isEmpty() || random.nextInt(8) == 0
                ? pick(List.of("limit", "cursor", "sort", "", NAME, "%00", "a%5B%5D"), random)
                : pick(known, random).name();
        switch (random.nextInt(4)) {
            case 0 -> draft.query.removeIf(pair -> pair.startsWith(name + "="));
            case 1 -> draft.query.add(name);
            case 2 -> {
                draft.query.add(name + "=" + pick(VALUES, random));
                draft.query.add(name + "=" + pick(VALUES, random));
            }
            default -> {
                draft.query.removeIf(pair -> pair.startsWith(name + "="));
                draft.query.add(name + "=" + pick(VALUES, random));
            }
        }
    }

    static void inHeaders(Draft draft, Random random) {
        switch (random.nextInt(11)) {
            case 0 -> draft.remove("Idempotency-Key");
            case 1 -> draft.set("Idempotency-Key", pick(KEYS, random));
            case 2 -> draft.add("Idempotency-Key", pick(KEYS, random));
            case 3 -> draft.remove("If-Match");
            case 4 -> draft.set("If-Match", pick(TAGS, random));
            case 5 -> draft.set("Content-Type", pick(TYPES, random));
            case 6 -> draft.remove("Content-Type");
            case 7 -> draft.set("Accept", pick(ACCEPTS, random));
            case 8 -> draft.set("Journey-Actor", pick(ACTORS, random));
            case 9 -> draft.set("Content-Encoding", pick(List.of("gzip", "br", "identity", MARK), random));
            default ->
                draft.set(
                        pick(
                                List.of(
                                        "X-HTTP-Method-Override",
                                        "traceparent",
                                        "X-Forwarded-Host",
                                        "Accept-Language",
                                        "Cookie"),
                                random),
                        pick(List.of(MARK, "DELETE", "", "00-0-0-0", ";;;", "x".repeat(8_500)), random));
        }
    }

    /** Somebody else calls, or nobody. */
    static void inCaller(Draft draft, List<String> otherTokens, Random random) {
        if (random.nextInt(3) == 0) {
            draft.remove("Authorization");
        } else if (random.nextInt(3) == 0) {
            draft.set("Authorization", pick(CREDENTIALS, random));
        } else if (!otherTokens.isEmpty()) {
            draft.set("Authorization", "Bearer " + pick(otherTokens, random));
        }
    }

    static void inMethod(Draft draft, Random random) {
        draft.method =
                pick(List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "FOO"), random);
    }
}
