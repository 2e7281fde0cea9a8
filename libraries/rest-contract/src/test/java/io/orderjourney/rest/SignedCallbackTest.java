package io.orderjourney.rest;

import static io.orderjourney.rest.ParcelCalls.json;
import static io.orderjourney.rest.ParcelCalls.requireProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.rest.app.ParcelResource;
import io.orderjourney.rest.webhook.WebhookSignature;
import io.orderjourney.testservers.OwnDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OwnDatabase.class)
class SignedCallbackTest {

    @TestHTTPResource("/")
    URI base;

    private ParcelCalls calls;

    @BeforeEach
    void knowTheAddress() {
        calls = new ParcelCalls(base);
    }

    @Test
    void a_signed_callback_is_let_in_and_an_unsigned_one_is_not() {
        String path = "/api/v1/parcels/signed";
        byte[] body = "{\"decision\": \"APPROVED\"}".getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder good = calls.request(path).header("Content-Type", "application/json");
        WebhookSignature.of(ParcelResource.SECRET)
                .sign("msg_1", "POST", path, body)
                .forEach(good::header);

        HttpResponse<String> answer = calls.send(good.POST(BodyPublishers.ofByteArray(body)));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).path("id").asText()).isEqualTo("msg_1");
        assertThat(json(answer).path("length").asInt()).isEqualTo(body.length);
        requireProblem(
                calls.send(good.POST(BodyPublishers.ofString("{\"decision\":\"APPROVED\"}"))),
                401,
                "signature-invalid");
        requireProblem(
                calls.send(calls.request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(new byte[64 * 1024 + 1]))),
                413,
                "body-too-large");
        requireProblem(
                calls.send(calls.request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[300 * 1024])))),
                413,
                "body-too-large");
        requireProblem(
                calls.send(calls.request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(body))),
                401,
                "signature-invalid");
    }
}
