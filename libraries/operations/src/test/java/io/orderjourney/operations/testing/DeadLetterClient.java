package io.orderjourney.operations.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderjourney.rest.testing.RawHttp;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The operator before a service's dead letters. */
public final class DeadLetterClient {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String DOOR = "/api/v1/dead-letters";

    private final RawHttp http;
    private final String authorization;

    /** @param token of an operator */
    public DeadLetterClient(URI base, String token) {
        this.http = new RawHttp(base);
        this.authorization = "Authorization: Bearer " + token;
    }

    /** Why each record that waits is here, by topic, partition and offset. */
    public Map<String, String> reasonByPlace() throws IOException {
        Map<String, String> reasons = new HashMap<>();
        for (JsonNode letter : letters()) {
            reasons.put(
                    place(
                            letter.path("topic").asText(),
                            letter.path("partition").asInt(),
                            letter.path("offset").asLong()),
                    letter.path("reason").asText());
        }
        return reasons;
    }

    /** The first letter of this journey that waits, with {@code id} and {@code reason}. */
    public Optional<JsonNode> letterOf(UUID journey) throws IOException {
        return letters().stream()
                .filter(letter -> letter.path("journeyId").asText().equals(journey.toString()))
                .findFirst();
    }

    /** Applies it again, and what waits behind it; answers with how many took effect. */
    public int redrive(JsonNode letter) throws IOException {
        RawHttp.Answer answer =
                http.send("POST " + DOOR + "/" + letter.path("id").asLong() + "/redrive HTTP/1.0", authorization);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return MAPPER.readTree(answer.body()).path("applied").asInt();
    }

    private List<JsonNode> letters() throws IOException {
        List<JsonNode> letters = new ArrayList<>();
        String cursor = "";
        do {
            RawHttp.Answer answer = http.send("GET " + DOOR + "?limit=200" + cursor + " HTTP/1.0", authorization);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            JsonNode page = MAPPER.readTree(answer.body());
            page.path("items").forEach(letters::add);
            cursor = page.path("next").isTextual()
                    ? "&cursor=" + page.path("next").asText()
                    : "";
        } while (!cursor.isEmpty());
        return letters;
    }

    static String place(String topic, int partition, long offset) {
        return topic + "/" + partition + "/" + offset;
    }
}
