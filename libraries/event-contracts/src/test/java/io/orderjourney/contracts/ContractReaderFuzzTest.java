package io.orderjourney.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderjourney.contracts.testing.EventSchema;
import io.orderjourney.contracts.testing.GoldenSample;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes in, a record or a ContractViolation comes out, and the violation does not tell what came in. */
class ContractReaderFuzzTest {

    private static final ObjectMapper MAPPER = ContractJson.mapper();

    /** Found in no contract, so it may not be found in a message either. */
    private static final String CANARY = "canary-7319";

    private static final List<String> STRANGE_VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1e400",
            "99999999999999999999999",
            "\"\"",
            "\"" + CANARY + "\"",
            "\"" + CANARY.toUpperCase(Locale.ROOT) + "\"",
            "\"CANARY\"",
            "\"12\"",
            "\"2026-13-45T99:99:99Z\"",
            "\"2026-02-30T10:00:00Z\"",
            "\"+999999999-12-31T23:59:59Z\"",
            "\"2026-01-12T10:00:00+23:59\"",
            "\"P99999999999D\"",
            "\"PT999999999H999999999M999999999S\"",
            "\"\\u0000\"",
            "\"\\uD83D\"",
            "[]",
            "[null]",
            "[\"" + CANARY + "\"]",
            "{}",
            "{\"" + CANARY + "\":\"" + CANARY + "\"}",
            "{\"CANARY\":{}}",
            "[[[[[[]]]]]]");

    static List<GoldenSample<?>> samples() {
        return GoldenSample.allOf(EventTypes.all());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void any_value_at_any_place(GoldenSample<?> sample) throws Exception {
        JsonNode tree = sample.tree();
        Places places = Places.of(tree, sample.type().dataType());
        for (String place : places.all()) {
            for (String strange : STRANGE_VALUES) {
                byte[] spoiled = Places.written(tree, place, strange);
                boolean read = isReadOrRefused(sample, spoiled, place + " = " + strange);
                boolean valid = EventSchema.of(sample.type())
                        .flawsOf(MAPPER.readTree(spoiled))
                        .isEmpty();
                // An enum's list is open for others only, and no schema says what PostgreSQL cannot keep.
                if (valid && !read && !places.enums().contains(place)) {
                    assertThat(strange)
                            .as("valid by the schema, but refused at %s", place)
                            .isIn("\"\\u0000\"", "\"\\uD83D\"");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_truncation_is_refused(GoldenSample<?> sample) {
        byte[] json = sample.json();
        int end = new String(json, StandardCharsets.UTF_8).stripTrailing().getBytes(StandardCharsets.UTF_8).length;
        for (int length = 0; length < end; length++) {
            assertThat(isReadOrRefused(sample, Arrays.copyOf(json, length), "first " + length + " bytes"))
                    .as("the first %d bytes are a whole event", length)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void changed_bytes(GoldenSample<?> sample) {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            byte[] json = sample.json();
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                json[random.nextInt(json.length)] = (byte) random.nextInt(256);
            }
            isReadOrRefused(sample, json, "seed " + seed);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void another_events_data_and_noise(GoldenSample<?> sample) {
        for (GoldenSample<?> other : samples()) {
            isReadOrRefused(sample, other.json(), "data of " + other);
        }
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            assertThat(isReadOrRefused(sample, noise, "noise of seed " + seed)).isFalse();
        }
        for (var charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1)) {
            byte[] json = new String(sample.json(), StandardCharsets.UTF_8).getBytes(charset);
            isReadOrRefused(sample, json, "as " + charset);
        }
    }

    /** @return whether it was read; fails for anything else than a discreet refusal */
    private static boolean isReadOrRefused(GoldenSample<?> sample, byte[] json, String what) {
        try {
            assertThat((Object) ContractReader.read(sample.type(), json)).isNotNull();
            return true;
        } catch (ContractViolation refused) {
            assertThat(refused.getMessage()).doesNotContainIgnoringCase("canary");
            assertThat(refused.getCause()).isNull();
            return false;
        } catch (RuntimeException | StackOverflowError e) {
            return fail(sample + " with " + what, e);
        }
    }
}
