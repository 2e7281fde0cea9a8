package io.orderjourney.rest.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The wire form of a problem. */
public final class ProblemJson {

    /** Media type of RFC 9457. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** What {@code type} starts with; the code follows. */
    public static final String TYPE_PREFIX = "urn:order-journey:problem:";

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private ProblemJson() {}

    /** The problem as UTF-8 JSON, with the request it answers as {@code instance}. */
    public static byte[] bytes(Problem problem, String requestId) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", TYPE_PREFIX + problem.code());
        body.put("title", title(problem.code()));
        body.put("status", problem.status());
        body.put("detail", problem.detail());
        body.put("instance", "urn:uuid:" + requestId);
        body.put("code", problem.code());
        body.put("errors", problem.errors());
        body.put("retryable", problem.retryable());
        problem.members().forEach(body::putIfAbsent);
        try {
            return MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Members of a problem are plain JSON values", e);
        }
    }

    /** The code as words: RFC 9457 wants the title to be the same for every occurrence of a type. */
    private static String title(String code) {
        String words = code.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
