package io.orderjourney.rest.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.rest.oidc.OidcProvider.NotVouchedFor;
import io.orderjourney.testservers.OpenIdProvider;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which tokens are believed; the whole login is shown by the desks' console. */
class OidcProviderTest {

    private static OpenIdProvider real;
    private static OidcProvider provider;

    @BeforeAll
    static void start() {
        real = OpenIdProvider.start();
        real.person("7f3c", Map.of("preferred_username", "anna", "groups", List.of("SALES")));
        provider = provider(real.issuer());
    }

    @AfterAll
    static void stop() {
        real.close();
    }

    @Test
    void an_access_token_of_the_provider_says_who_calls() throws NotVouchedFor {
        assertThat(provider.accessToken(real.sign(real.accessClaims("7f3c"))))
                .containsEntry("preferred_username", "anna")
                .containsEntry("groups", List.of("SALES"));
    }

    @Test
    void a_new_key_of_the_provider_is_fetched_when_a_token_names_it() throws Exception {
        try (OpenIdProvider other = OpenIdProvider.start()) {
            OidcProvider known = provider(other.issuer());
            other.rotateKey();

            assertThat(known.accessToken(other.sign(other.accessClaims("7f3c"))))
                    .containsEntry("sub", "7f3c");
        }
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                changed("another issuer", claims -> claims.setIssuer("http://127.0.0.1:1")),
                changed("no issuer", claims -> claims.unsetClaim("iss")),
                changed("another audience", claims -> claims.setAudience("another-shop")),
                changed("no audience", claims -> claims.unsetClaim("aud")),
                changed("no subject", claims -> claims.unsetClaim("sub")),
                changed("no end", claims -> claims.unsetClaim("exp")),
                changed("no beginning", claims -> claims.unsetClaim("iat")),
                changed("an hour ago", claims -> claims.setExpirationTimeMinutesInTheFuture(-60)),
                changed("good for two days", claims -> claims.setExpirationTimeMinutesInTheFuture(2 * 24 * 60)),
                changed("not before tomorrow", claims -> {
                    NumericDate tomorrow = NumericDate.now();
                    tomorrow.addSeconds(24 * 3600);
                    claims.setNotBefore(tomorrow);
                }),
                changed("the proof of a login", claims -> claims.setClaim("nonce", "n")));
    }

    private static Arguments changed(String what, Consumer<JwtClaims> change) {
        return Arguments.of(what, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void a_token_with_wrong_claims_is_refused(String what, Consumer<JwtClaims> change) {
        JwtClaims claims = real.accessClaims("7f3c");
        change.accept(claims);

        assertRefused(real.sign(claims));
    }

    @Test
    void a_token_that_the_provider_did_not_sign_is_refused() throws Exception {
        JwtClaims claims = real.accessClaims("7f3c");
        String[] good = real.sign(claims).split("\\.");

        assertRefused(real.signWithForeignKey(claims));
        assertRefused(signedWithPublicKeyAsSecret(claims));
        assertRefused(base64("{\"alg\":\"none\"}") + "." + good[1] + ".");
        assertRefused(base64("{\"alg\":\"none\"}") + "." + good[1] + "." + good[2]);
        assertRefused(good[0] + "." + base64(claims.toJson().replace("SALES", "MANAGEMENT")) + "." + good[2]);
        assertRefused("a.b.c");
    }

    @Test
    void a_provider_that_is_away_or_calls_itself_otherwise_vouches_for_nobody() {
        String token = real.sign(real.accessClaims("7f3c"));

        assertThatThrownBy(() -> provider("http://127.0.0.1:1").accessToken(token))
                .isInstanceOf(NotVouchedFor.class);
        assertThatThrownBy(() -> provider(real.issuer().replace("127.0.0.1", "localhost"))
                        .accessToken(token))
                .isInstanceOf(NotVouchedFor.class)
                .hasMessageContaining("calls itself otherwise");
    }

    @Test
    void a_code_that_nobody_was_given_is_worth_nothing() {
        assertThatThrownBy(() -> provider.exchange("made-up", "nonce", "verifier"))
                .isInstanceOf(NotVouchedFor.class);
    }

    @Test
    void a_login_that_cannot_be_named_any_more_is_ended_by_the_person_at_the_provider() throws NotVouchedFor {
        assertThat(provider.logout(null))
                .hasValueSatisfying(address -> assertThat(address.toString())
                        .startsWith(real.issuer() + "/logout?client_id=" + OpenIdProvider.CLIENT_ID)
                        .doesNotContain("id_token_hint"));
    }

    private static void assertRefused(String token) {
        assertThatThrownBy(() -> provider.accessToken(token))
                .isInstanceOf(NotVouchedFor.class)
                .hasMessageNotContaining(token);
    }

    /** A classic: the public key, which everybody knows, as the secret of an HMAC. */
    private static String signedWithPublicKeyAsSecret(JwtClaims claims) throws Exception {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        signature.setKeyIdHeaderValue(real.keyId());
        signature.setKey(new HmacKey(real.publicKey().getEncoded()));
        return signature.getCompactSerialization();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static OidcProvider provider(String issuer) {
        return new OidcProvider(new OidcProvider.Client(
                issuer,
                OpenIdProvider.CLIENT_ID,
                OpenIdProvider.CLIENT_SECRET,
                OpenIdProvider.CLIENT_ID,
                URI.create("http://desks.test/desk/login/callback"),
                URI.create(OpenIdProvider.AFTER_LOGOUT),
                "openid profile"));
    }
}
