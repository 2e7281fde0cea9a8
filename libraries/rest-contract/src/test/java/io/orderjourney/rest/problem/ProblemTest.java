package io.orderjourney.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Field;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProblemTest {

    private static JsonNode written(Problem problem) throws IOException {
        return new ObjectMapper().readTree(ProblemJson.bytes(problem, "0190a1b2-0000-7000-8000-000000000001"));
    }

    @Test
    void all_members_of_the_standard_are_written() throws IOException {
        Problem problem = Problem.unprocessable(
                        "total-wrong", "The sum differs.", FieldError.at("/total", "total-wrong", "Must be the sum."))
                .with("expected", Map.of("amountMinor", 5));

        assertThat(written(problem).toString())
                .isEqualTo(
                        "{\"type\":\"urn:order-journey:problem:total-wrong\",\"title\":\"Total wrong\",\"status\":422,"
                                + "\"detail\":\"The sum differs.\","
                                + "\"instance\":\"urn:uuid:0190a1b2-0000-7000-8000-000000000001\",\"code\":\"total-wrong\","
                                + "\"errors\":[{\"pointer\":\"/total\",\"code\":\"total-wrong\",\"detail\":\"Must be the sum.\"}],"
                                + "\"retryable\":false,\"expected\":{\"amountMinor\":5}}");
    }

    @Test
    void a_member_of_the_standard_cannot_be_replaced() throws IOException {
        assertThat(written(Problem.conflict("a", "b").with("status", 200))
                        .path("status")
                        .asInt())
                .isEqualTo(409);
    }

    @Test
    void a_wait_is_told_in_whole_seconds_of_at_least_one() {
        assertThat(List.of(Duration.ZERO, Duration.ofMillis(1), Duration.ofMillis(1000), Duration.ofMillis(1001)))
                .extracting(wait ->
                        Problem.unavailable("away", "Away.", wait).headers().get("Retry-After"))
                .containsExactly("1", "1", "1", "2");
        assertThat(Problem.tooManyRequests("Slow down.", Duration.ofSeconds(5)).retryable())
                .isTrue();
        assertThat(Problem.conflict("a", "b").retryable()).isFalse();
    }

    @Test
    void the_next_possible_time_is_rfc_3339_with_its_offset() throws IOException {
        OffsetDateTime noon = OffsetDateTime.parse("2026-03-02T12:00+01:00");

        assertThat(written(Problem.refusedPromise("Too soon.", noon))
                        .path("nextPossibleAt")
                        .asText())
                .isEqualTo("2026-03-02T12:00:00+01:00");
        assertThat(written(Problem.refusedPromise("Never.", null)).has("nextPossibleAt"))
                .isFalse();
    }

    @Test
    void every_code_is_one_word_in_kebab_case() throws IllegalAccessException {
        for (Field code : ProblemCodes.class.getFields()) {
            String value = (String) code.get(null);
            assertThat(value)
                    .matches("[a-z]+(-[a-z]+)*")
                    .isEqualTo(code.getName().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        }
        assertThat(Arrays.stream(ProblemCodes.class.getFields())).hasSizeGreaterThan(30);
    }
}
