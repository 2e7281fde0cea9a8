package io.orderjourney.rest.oidc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with an OpenID Connect provider: what it says of itself, where people log in, what a code is worth, and
 * whether a token is its own. Nothing is asked before it is needed, and what the provider says of itself is asked once. Keys
 * are fetched again when a token names one that is not known.
 */
public final class OidcProvider {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int TIMEOUT_MILLIS = (int) TIMEOUT.toMillis();
    private static final int RESPONSE_LENGTH_MAX = 256 * 1024;
    private static final int CLOCK_SKEW_SECONDS = 30;
    private static final long REFRESH_KEYS_AT_MOST_EVERY_MILLIS = 10_000;

    /** A token that is good for longer is not short-lived, and nobody could be locked out in time. */
    private static final int VALID_MINUTES_MAX = 24 * 60;

    /** Signatures of a key pair: a shared secret or none would let others sign. */
    private static final AlgorithmConstraints ALGORITHMS = new AlgorithmConstraints(
            ConstraintType.PERMIT,
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.RSA_USING_SHA384,
            AlgorithmIdentifiers.RSA_USING_SHA512,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA512,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
            AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512);

    /**
     * What was agreed with the provider.
     *
     * @param afterLogoutUri where the provider sends a person whom it has logged out; null where they stay with it
     */
    public record Client(
            String issuer,
            String clientId,
            @Nullable String clientSecret,
            String audience,
            URI redirectUri,
            @Nullable URI afterLogoutUri,
            String scope) {

        @Override
        public String toString() {
            return "Client[" + clientId + " at " + issuer + "]";
        }
    }

    /**
     * Somebody whom the provider has logged in.
     *
     * @param claims what it says of them
     * @param idToken the text that it says it with, which names the login when it is to end
     */
    public record Login(Map<String, Object> claims, String idToken) {

        @Override
        public String toString() {
            return "Login";
        }
    }

    /** The provider vouches for nobody: it refused, its answer is not its own, or it is away. */
    public static final class NotVouchedFor extends Exception {

        private static final long serialVersionUID = 1L;

        NotVouchedFor(String why, @Nullable Throwable cause) {
            super(why, cause);
        }
    }

    private record Discovered(
            URI authorize, URI token, @Nullable URI endSession, JwtConsumer idTokens, JwtConsumer accessTokens) {}

    private final Client client;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private @Nullable Discovered discovered;

    public OidcProvider(Client client) {
        this.client = client;
    }

    /**
     * Where a person logs in.
     *
     * @param state comes back with the answer
     * @param nonce comes back in the token
     * @param challenge of the PKCE verifier that the code is exchanged with
     */
    public URI authorization(String state, String nonce, String challenge) throws NotVouchedFor {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", client.clientId());
        query.put("redirect_uri", client.redirectUri().toString());
        query.put("scope", client.scope());
        query.put("state", state);
        query.put("nonce", nonce);
        query.put("code_challenge", challenge);
        query.put("code_challenge_method", "S256");
        return address(discovered().authorize(), query);
    }

    /**
     * Where the provider ends a login (OpenID Connect RP-Initiated Logout 1.0).
     *
     * @param idToken of that login; null if it is not known any more, then the provider asks the person whether they mean it
     * @return empty for a provider that cannot do that
     */
    public Optional<URI> logout(@Nullable String idToken) throws NotVouchedFor {
        Map<String, String> query = new LinkedHashMap<>();
        if (idToken != null) {
            query.put("id_token_hint", idToken);
        }
        query.put("client_id", client.clientId());
        URI afterLogout = client.afterLogoutUri();
        if (afterLogout != null) {
            query.put("post_logout_redirect_uri", afterLogout.toString());
        }
        return Optional.ofNullable(discovered().endSession()).map(end -> address(end, query));
    }

    private static URI address(URI endpoint, Map<String, String> query) {
        return URI.create(endpoint + (endpoint.getQuery() == null ? "?" : "&") + form(query));
    }

    /**
     * Who came back with this code.
     *
     * @param nonce as it was given to {@link #authorization}
     * @param verifier whose challenge was given then
     * @throws NotVouchedFor if the code is used, the token is not the provider's or not for this login
     */
    public Login exchange(String code, String nonce, String verifier) throws NotVouchedFor {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", client.redirectUri().toString());
        form.put("code_verifier", verifier);
        HttpRequest.Builder request = HttpRequest.newBuilder(discovered().token())
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded");
        String secret = client.clientSecret();
        if (secret == null) {
            form.put("client_id", client.clientId());
        } else {
            request.header("Authorization", "Basic " + basic(client.clientId(), secret));
        }
        JsonNode answer = send(
                request.POST(HttpRequest.BodyPublishers.ofString(form(form))).build());
        String idToken = text(answer, "id_token");
        JwtClaims claims = claims(discovered().idTokens(), idToken);
        if (!nonce.equals(claims.getClaimValue("nonce"))) {
            throw new NotVouchedFor("The token is for another login", null);
        }
        Object authorized = claims.getClaimValue("azp");
        if (authorized != null && !authorized.equals(client.clientId())) {
            throw new NotVouchedFor("The token is for another client", null);
        }
        return new Login(claims.getClaimsMap(), idToken);
    }

    /**
     * The claims of the person who calls with this access token.
     *
     * @throws NotVouchedFor if it is not the provider's, is over, is for others, or is the proof of a login, which is for
     *     nobody but the page that asked for it
     */
    public Map<String, Object> accessToken(String token) throws NotVouchedFor {
        JwtClaims claims = claims(discovered().accessTokens(), token);
        if (claims.hasClaim("nonce")) {
            throw new NotVouchedFor("An ID token is no access token", null);
        }
        return claims.getClaimsMap();
    }

    /** Whether the answer names its issuer, as RFC 9207 asks, and names another one. */
    public boolean isAnotherIssuer(@Nullable String issuer) {
        return issuer != null && !issuer.equals(client.issuer());
    }

    private static JwtClaims claims(JwtConsumer consumer, String token) throws NotVouchedFor {
        try {
            JwtClaims claims = consumer.processToClaims(token);
            claims.getSubject();
            return claims;
        } catch (InvalidJwtException | MalformedClaimException refused) {
            // The cause repeats the token's content.
            throw new NotVouchedFor("The token is refused", null);
        }
    }

    private synchronized Discovered discovered() throws NotVouchedFor {
        if (discovered == null) {
            JsonNode said = send(HttpRequest.newBuilder(
                            URI.create(client.issuer().replaceAll("/+$", "") + "/.well-known/openid-configuration"))
                    .timeout(TIMEOUT)
                    .header("Accept", "application/json")
                    .build());
            if (!client.issuer().equals(text(said, "issuer"))) {
                throw new NotVouchedFor("The provider calls itself otherwise than journey.oidc.issuer", null);
            }
            HttpsJwks keys = keys(text(said, "jwks_uri"));
            discovered = new Discovered(
                    URI.create(text(said, "authorization_endpoint")),
                    URI.create(text(said, "token_endpoint")),
                    said.hasNonNull("end_session_endpoint") ? URI.create(text(said, "end_session_endpoint")) : null,
                    consumer(keys, client.clientId()),
                    consumer(keys, client.audience()));
        }
        return discovered;
    }

    private static HttpsJwks keys(String address) {
        org.jose4j.http.Get get = new org.jose4j.http.Get();
        get.setConnectTimeout(TIMEOUT_MILLIS);
        get.setReadTimeout(TIMEOUT_MILLIS);
        get.setResponseBodySizeLimit(RESPONSE_LENGTH_MAX);
        get.setRetries(1);
        HttpsJwks keys = new HttpsJwks(address);
        keys.setSimpleHttpGet(get);
        keys.setRefreshReprieveThreshold(REFRESH_KEYS_AT_MOST_EVERY_MILLIS);
        return keys;
    }

    private JwtConsumer consumer(HttpsJwks keys, String audience) {
        return new JwtConsumerBuilder()
                .setRequireSubject()
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setMaxFutureValidityInMinutes(VALID_MINUTES_MAX)
                .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
                .setExpectedIssuer(true, client.issuer())
                .setExpectedAudience(true, audience)
                .setJwsAlgorithmConstraints(ALGORITHMS)
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(keys))
                .build();
    }

    private JsonNode send(HttpRequest request) throws NotVouchedFor {
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200 || response.body().length > RESPONSE_LENGTH_MAX) {
                throw new NotVouchedFor("The provider answered " + response.statusCode(), null);
            }
            return json.readTree(response.body());
        } catch (JsonProcessingException unreadable) {
            throw new NotVouchedFor("The provider's answer cannot be read", null);
        } catch (IOException away) {
            throw new NotVouchedFor("The provider cannot be reached", away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotVouchedFor("The service stops", stopped);
        }
    }

    private static String text(JsonNode said, String field) throws NotVouchedFor {
        return Optional.ofNullable(said.get(field))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .orElseThrow(() -> new NotVouchedFor("The provider's answer lacks " + field, null));
    }

    private static String basic(String clientId, String secret) {
        return Base64.getEncoder()
                .encodeToString((encoded(clientId) + ":" + encoded(secret)).getBytes(StandardCharsets.US_ASCII));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
