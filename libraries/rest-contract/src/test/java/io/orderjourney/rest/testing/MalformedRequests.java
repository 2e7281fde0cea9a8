package io.orderjourney.rest.testing;

import static io.orderjourney.rest.testing.BodyFaults.pick;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.rest.webhook.WebhookSignature;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Probes every operation that a service documents with malformed requests: its own examples, each with something wrong,
 * from callers who may and callers who may not. None may be answered with a fault of ours, none may hang, every refusal is a
 * complete problem that repeats nothing of what was sent, and whoever may not call changes nothing.
 *
 * <p>The seed decides everything but the ids that the service gave; a failure shows the whole request.
 */
public final class MalformedRequests {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int FAILURES_MAX = 10;
    private static final int SHOWN_MAX = 4_000;
    private static final Set<Integer> EXAMPLE_REFUSED = Set.of(400, 401, 405, 406, 413, 415);

    private final URI base;
    private final RawHttp http;
    private final Map<String, String> tokens;
    private final Map<String, String> places = new HashMap<>();
    private final Map<String, String> secrets = new HashMap<>();
    private final Set<String> pages = new TreeSet<>();
    private final Map<String, Versioned> versioned = new HashMap<>();
    private final Set<Integer> seen = new TreeSet<>();
    private final List<String> failures = new ArrayList<>();

    /** Where a version is told, and to whom. */
    private record Versioned(String path, String token) {
        private static final Versioned NOTHING = new Versioned("", "");
    }

    private MalformedRequests(URI base, Map<String, String> tokens) {
        this.base = base;
        this.http = new RawHttp(base);
        this.tokens = Map.copyOf(tokens);
    }

    /** @param tokens one for each role that calls */
    public static MalformedRequests at(URI base, Map<String, String> tokens) {
        return new MalformedRequests(base, tokens);
    }

    /** Where something stands that exists: {@code knowing("/api/v1/orders/{id}", "/api/v1/orders/" + id)}. */
    public MalformedRequests knowing(String template, String path) {
        places.put(template, path);
        return this;
    }

    /** What is sent to these addresses is signed, after it was made wrong. */
    public MalformedRequests signing(String template, String secret) {
        secrets.put(template, secret);
        return this;
    }

    /** These addresses answer people with pages, also when they refuse. */
    public MalformedRequests showingPages(String template) {
        pages.add(template);
        return this;
    }

    /**
     * Sends each documented example as it is, as every role that may not and as nobody, and then this many distorted ones to
     * each operation.
     *
     * @param usualSeed the seed, unless {@code -Djourney.test.seed} gives another
     * @return the statuses that were answered
     * @throws AssertionError with up to ten requests that were answered badly
     */
    public Set<Integer> send(long usualSeed, int perOperation) throws IOException {
        long seed = Long.getLong("journey.test.seed", usualSeed);
        List<Operation> operations = ServedApi.operations(base);
        assertThat(operations).isNotEmpty();
        System.out.printf(
                "Malformed requests: seed %d, %d operations, %d each%n", seed, operations.size(), perOperation);
        for (Operation operation : operations) {
            if (!operation.roles().isEmpty()) {
                new RoleMatrix(http, tokens).probe(operation, draft(operation, 0, false, new Random(0)), failures);
            }
            for (int example = 0; example < operation.bodies().size(); example++) {
                requireTaken(operation, example);
            }
            for (String body : operation.incomplete()) {
                requireRefused(operation, body);
            }
            for (int i = 0; i < perOperation && failures.size() < FAILURES_MAX; i++) {
                probe(operation, i, new Random(Objects.hash(seed, operation.toString(), i)), seed);
            }
        }
        requireUp();
        assertThat(failures)
                .as("requests that were answered badly, seed " + seed)
                .isEmpty();
        return seen;
    }

    /** The document's own example must get behind the first doors, or its distortions prove little. */
    private void requireTaken(Operation operation, int example) throws IOException {
        Draft draft = draft(operation, example, false, new Random(0));
        sign(operation, draft);
        RawHttp.Answer answer = http.exchange(draft.bytes());
        seen.add(answer.status());
        if (answer.status() < 200 || answer.status() >= 500 || EXAMPLE_REFUSED.contains(answer.status())) {
            failures.add(told(operation + ", example " + example + " as documented", draft.bytes(), answer));
        }
    }

    /** What the document requires is required. */
    private void requireRefused(Operation operation, String incomplete) throws IOException {
        Draft draft = draft(operation, 0, false, new Documented(incomplete.hashCode()));
        draft.body = incomplete.getBytes(StandardCharsets.UTF_8);
        sign(operation, draft);
        RawHttp.Answer answer = http.exchange(draft.bytes());
        seen.add(answer.status());
        if (answer.status() != 400 && answer.status() != 422) {
            failures.add(told(operation + ", without a required field", draft.bytes(), answer));
        }
    }

    /** Chooses the first of several values, which is the document's own example: the body alone is wrong then. */
    private static final class Documented extends Random {

        private static final long serialVersionUID = 1L;

        Documented(long seed) {
            super(seed);
        }

        @Override
        public int nextInt(int bound) {
            return 0;
        }
    }

    private void probe(Operation operation, int number, Random random, long seed) throws IOException {
        int example = operation.bodies().isEmpty()
                ? 0
                : random.nextInt(operation.bodies().size());
        Draft draft = draft(operation, example, true, random);
        boolean unauthorised = distort(draft, operation, random);
        byte[] request = draft.bytes();
        long startedAt = System.nanoTime();
        RawHttp.Answer answer = http.exchange(request);
        Duration took = Duration.ofNanos(System.nanoTime() - startedAt);
        seen.add(answer.status());
        try {
            requireGoodAnswer(draft, answer, pages.contains(operation.template()));
            assertThat(took).isLessThan(PATIENCE);
            if (unauthorised && draft.method.equals(operation.method())) {
                assertThat(answer.status()).as("whoever may not call").isGreaterThanOrEqualTo(400);
            }
        } catch (AssertionError wrong) {
            String which = operation + ", number " + number + ", seed " + seed;
            failures.add(wrong.getMessage() + "\n" + told(which, request, answer));
        }
    }

    private static void requireGoodAnswer(Draft draft, RawHttp.Answer answer, boolean mayBePage) {
        assertThat(answer.status()).isBetween(200, 499);
        boolean wordless = draft.method.equals("HEAD") || draft.isUnreadable();
        if (answer.status() >= 400 && !(wordless && answer.body().isEmpty())) {
            if (!(mayBePage && answer.header("content-type").startsWith("text/html"))) {
                ProblemDocument.require(answer.status(), answer.header("content-type"), answer.body());
            }
            assertThat(answer.body()).doesNotContain(BodyFaults.MARK);
        }
    }

    /** Answers whether somebody calls who may not. */
    private boolean distort(Draft draft, Operation operation, Random random) {
        boolean unauthorised = random.nextInt(10) == 0 && !operation.roles().isEmpty();
        boolean bodyWrong = !operation.bodies().isEmpty() && random.nextInt(10) < 6;
        if (bodyWrong) {
            draft.body = BodyFaults.in(new String(draft.body, StandardCharsets.UTF_8), random);
        }
        sign(operation, draft);
        if (!bodyWrong || random.nextInt(6) == 0) {
            switch (random.nextInt(8)) {
                case 0, 1 -> HeadFaults.inQuery(draft, operation, random);
                case 2, 3 -> HeadFaults.inSegment(draft, operation, random);
                case 4 -> HeadFaults.inTarget(draft, random);
                case 5, 6 -> HeadFaults.inHeaders(draft, random);
                default -> HeadFaults.inMethod(draft, random);
            }
        }
        if (unauthorised) {
            List<String> others = tokens.entrySet().stream()
                    .filter(token -> !operation.roles().contains(token.getKey()))
                    .map(Map.Entry::getValue)
                    .sorted()
                    .toList();
            draft.remove("Authorization");
            HeadFaults.inCaller(draft, others, random);
        }
        return unauthorised;
    }

    /** A good request. */
    private Draft draft(Operation operation, int example, boolean optionals, Random random) throws IOException {
        Draft draft = new Draft(operation.method(), path(operation, random));
        draft.set("Host", base.getAuthority());
        List<String> allowed =
                operation.roles().stream().filter(tokens::containsKey).toList();
        if (!allowed.isEmpty()) {
            draft.set("Authorization", "Bearer " + tokens.get(pick(allowed, random)));
        }
        for (Operation.Parameter parameter : operation.in("query")) {
            if (parameter.required() || (optionals && random.nextInt(4) == 0)) {
                draft.query.add(parameter.name() + "=" + encoded(pick(parameter.values(), random)));
            }
        }
        if (operation.takes("Idempotency-Key")) {
            draft.set("Idempotency-Key", new UUID(random.nextLong(), random.nextLong()).toString());
        }
        if (operation.takes("If-Match")) {
            draft.set("If-Match", version(draft.path));
        }
        if (!operation.bodies().isEmpty()) {
            draft.set("Content-Type", operation.mediaType());
            draft.body = operation.bodies().get(example).getBytes(StandardCharsets.UTF_8);
        }
        return draft;
    }

    private String path(Operation operation, Random random) {
        String path = operation.template();
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            String place = places.get(path.substring(0, end));
            if (place != null) {
                path = place + path.substring(end);
                break;
            }
        }
        for (Operation.Parameter parameter : operation.in("path")) {
            path = path.replace("{" + parameter.name() + "}", encoded(pick(parameter.values(), random)));
        }
        return path;
    }

    /** The version of what stands there, or above. */
    private String version(String path) throws IOException {
        Versioned place = versioned.get(path);
        String etag = place == null ? "" : tag(place);
        if (etag.isEmpty() && place != Versioned.NOTHING) {
            place = findVersioned(path);
            versioned.put(path, place);
            etag = tag(place);
        }
        return etag.isEmpty() ? "\"v1\"" : etag;
    }

    /** Asks at this place and each above, as each caller: too many questions to ask again for each request. */
    private Versioned findVersioned(String path) throws IOException {
        for (int end = path.length(); end > 1; end = path.lastIndexOf('/', end - 1)) {
            for (String token : tokens.values()) {
                Versioned place = new Versioned(path.substring(0, end), token);
                RawHttp.Answer answer = get(place);
                if (!answer.header("etag").isEmpty()) {
                    return place;
                }
                if (answer.status() == 404 || answer.status() == 405) {
                    break;
                }
            }
        }
        return Versioned.NOTHING;
    }

    private String tag(Versioned place) throws IOException {
        return place == Versioned.NOTHING ? "" : get(place).header("etag");
    }

    private RawHttp.Answer get(Versioned place) throws IOException {
        return http.send("GET " + place.path() + " HTTP/1.1", "Authorization: Bearer " + place.token());
    }

    private void sign(Operation operation, Draft draft) {
        String secret = secrets.get(operation.template());
        if (secret != null) {
            WebhookSignature.of(secret)
                    .sign(UUID.randomUUID().toString(), draft.method, draft.path, draft.body)
                    .forEach(draft::set);
        }
    }

    private void requireUp() throws IOException {
        RawHttp.Answer health = http.send("GET /q/health HTTP/1.1");
        if (health.status() != 200) {
            failures.add("The service is not healthy afterwards: " + health);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String told(String what, byte[] request, RawHttp.Answer answer) {
        StringBuilder shown = new StringBuilder(what).append(":\n");
        String text = new String(request, StandardCharsets.UTF_8);
        text.chars().limit(SHOWN_MAX).forEach(c -> shown.append(printable((char) c)));
        return shown.append(text.length() > SHOWN_MAX ? " and so on" : "")
                .append("\n->\n")
                .append(answer)
                .toString();
    }

    private static String printable(char c) {
        boolean plain = (c >= ' ' && c < 0x7f) || c == '\n' || c == '\r';
        return plain ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c);
    }
}
