package io.orderjourney.rest.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.standardwebhooks.Webhook;
import io.orderjourney.rest.problem.Problem;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {

    private static final String SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3";
    private static final String NEW_SECRET = "whsec_bmV3IHNlY3JldCBvZiB0aGUgYmFuaywgMjAyNg==";
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final String PATH = "/api/v1/bank/decisions";
    private static final byte[] BODY = "{\"decision\":\"APPROVED\"}".getBytes(StandardCharsets.UTF_8);

    private final WebhookSignature signature = WebhookSignature.of(SECRET, InstantSource.fixed(NOW));

    @Test
    void what_is_signed_verifies() {
        WebhookSignature.Verified verified =
                signature.verify(signature.sign("msg_1", "POST", PATH, BODY)::get, "POST", PATH, BODY);

        assertThat(verified).isEqualTo(new WebhookSignature.Verified("msg_1", NOW));
    }

    @Test
    void the_public_library_reads_ours_and_we_read_its() throws Exception {
        Webhook theirs = new Webhook(SECRET);
        WebhookSignature ours = WebhookSignature.of(SECRET);
        Map<String, List<String>> headers = ours.sign("msg_1", "POST", PATH, BODY).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
        String text = "POST " + PATH + "\n" + new String(BODY, StandardCharsets.UTF_8);

        assertThatCode(() -> theirs.verify(text, HttpHeaders.of(headers, (name, value) -> true)))
                .doesNotThrowAnyException();

        Instant now = Instant.now();
        Map<String, String> signed = new HashMap<>();
        signed.put(WebhookSignature.ID, "msg_2");
        signed.put(WebhookSignature.TIMESTAMP, Long.toString(now.getEpochSecond()));
        signed.put(WebhookSignature.SIGNATURE, theirs.sign("msg_2", now.getEpochSecond(), text));
        assertThat(ours.verify(signed::get, "POST", PATH, BODY).id()).isEqualTo("msg_2");
    }

    @Test
    void while_a_secret_is_changed_both_are_good() {
        WebhookSignature both = WebhookSignature.of(NEW_SECRET + "," + SECRET, InstantSource.fixed(NOW));
        WebhookSignature onlyNew = WebhookSignature.of(NEW_SECRET, InstantSource.fixed(NOW));

        assertThatCode(() -> both.verify(signature.sign("msg_1", "POST", PATH, BODY)::get, "POST", PATH, BODY))
                .doesNotThrowAnyException();
        assertThatCode(() -> both.verify(onlyNew.sign("msg_1", "POST", PATH, BODY)::get, "POST", PATH, BODY))
                .doesNotThrowAnyException();
        assertThatCode(() -> onlyNew.verify(both.sign("msg_1", "POST", PATH, BODY)::get, "POST", PATH, BODY))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> onlyNew.verify(signature.sign("msg_1", "POST", PATH, BODY)::get, "POST", PATH, BODY))
                .isInstanceOf(Problem.class);
    }

    @Test
    void of_several_signatures_one_good_one_is_enough() {
        Map<String, String> headers = new HashMap<>(signature.sign("msg_1", "POST", PATH, BODY));
        headers.merge(WebhookSignature.SIGNATURE, "v1a,AAAA v2,BBBB v1,CCCC ", (good, others) -> others + good);

        assertThatCode(() -> signature.verify(headers::get, "POST", PATH, BODY)).doesNotThrowAnyException();
    }

    @Test
    void five_minutes_old_or_young_is_good_and_a_second_more_is_not() {
        for (int sign : new int[] {-1, 1}) {
            Instant edge = NOW.plus(Duration.ofMinutes(5).multipliedBy(sign));
            Map<String, String> good =
                    WebhookSignature.of(SECRET, InstantSource.fixed(edge)).sign("msg_1", "POST", PATH, BODY);
            Map<String, String> late = WebhookSignature.of(SECRET, InstantSource.fixed(edge.plusSeconds(sign)))
                    .sign("msg_1", "POST", PATH, BODY);

            assertThatCode(() -> signature.verify(good::get, "POST", PATH, BODY))
                    .doesNotThrowAnyException();
            assertThatThrownBy(() -> signature.verify(late::get, "POST", PATH, BODY))
                    .isInstanceOf(Problem.class);
        }
    }

    @Test
    void a_blank_more_in_the_body_is_another_body() {
        Map<String, String> headers = signature.sign("msg_1", "POST", PATH, BODY);
        byte[] changed = (new String(BODY, StandardCharsets.UTF_8) + " ").getBytes(StandardCharsets.UTF_8);

        requireRefused(headers, changed);
    }

    @Test
    void what_was_signed_for_one_address_is_worth_nothing_at_another() {
        Map<String, String> headers = signature.sign("msg_1", "POST", PATH, BODY);

        assertThatThrownBy(() -> signature.verify(headers::get, "PUT", PATH, BODY))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> signature.verify(headers::get, "POST", "/api/v1/bank/papers", BODY))
                .isInstanceOf(Problem.class);
    }

    @Test
    void a_partners_secret_signs_for_that_partner_only() {
        PartnerSecrets secrets = PartnerSecrets.parse(
                "suppliers", Optional.of("mobile-import:" + SECRET + ", accessories:" + NEW_SECRET));
        byte[] body = BODY;
        Map<String, String> headers = WebhookSignature.of(SECRET).sign("msg_1", "POST", PATH, body);

        assertThatCode(() -> secrets.of("mobile-import").verify(headers::get, "POST", PATH, body))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> secrets.of("accessories").verify(headers::get, "POST", PATH, body))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> secrets.of("nobody")).isInstanceOf(Problem.class);
    }

    @Test
    void a_partner_has_two_secrets_while_one_replaces_the_other() {
        PartnerSecrets secrets = PartnerSecrets.parse(
                "suppliers", Optional.of("mobile-import:" + NEW_SECRET + ",mobile-import:" + SECRET));

        for (String secret : List.of(SECRET, NEW_SECRET)) {
            Map<String, String> headers = WebhookSignature.of(secret).sign("msg_1", "POST", PATH, BODY);
            assertThatCode(() -> secrets.of("mobile-import").verify(headers::get, "POST", PATH, BODY))
                    .doesNotThrowAnyException();
        }
        assertThatThrownBy(() -> PartnerSecrets.parse("suppliers", Optional.of("Mobile:" + SECRET)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {WebhookSignature.ID, WebhookSignature.TIMESTAMP, WebhookSignature.SIGNATURE})
    void every_header_is_needed_and_none_can_be_changed(String header) {
        Map<String, String> headers = new HashMap<>(signature.sign("msg_1", "POST", PATH, BODY));
        String good = headers.remove(header);
        requireRefused(headers, BODY);
        for (String wrong :
                List.of("", good + "0", "0" + good, "v1,", "v1", "v1,====", "msg.1", "-1", "99999999999", "x")) {
            headers.put(header, wrong);
            requireRefused(headers, BODY);
        }
    }

    private void requireRefused(Map<String, String> headers, byte[] body) {
        Problem problem = catchThrowableOfType(Problem.class, () -> signature.verify(headers::get, "POST", PATH, body));

        assertThat(problem).as(headers.toString()).isNotNull();
        assertThat(problem.status()).isEqualTo(401);
        assertThat(problem.code()).isEqualTo("signature-invalid");
    }

    @Test
    void a_body_of_64_kb_is_read_and_one_byte_more_is_not() {
        byte[] longest = new byte[64 * 1024];
        byte[] tooLong = new byte[64 * 1024 + 1];

        assertThatCode(() ->
                        signature.verify(signature.sign("msg_1", "POST", PATH, longest)::get, "POST", PATH, longest))
                .doesNotThrowAnyException();
        assertThat(catchThrowableOfType(
                                Problem.class,
                                () -> signature.verify(
                                        signature.sign("msg_1", "POST", PATH, tooLong)::get, "POST", PATH, tooLong))
                        .status())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "whsec_c2hvcnQ=", "whsec_!!!", "0123456789abcdef,short"})
    void a_weak_secret_stops_the_start_and_is_not_repeated(String secret) {
        assertThatThrownBy(() -> WebhookSignature.of(secret))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("short")
                .hasMessageNotContaining("0123456789");
    }
}
