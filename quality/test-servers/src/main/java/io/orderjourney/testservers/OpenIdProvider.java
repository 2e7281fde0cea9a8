package io.orderjourney.testservers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/**
 * An OpenID Connect provider on this machine: discovery, keys, a page to log in on, and codes that are exchanged for signed
 * tokens. It is as strict as a real one: a code is good once, for the client, the redirect and the PKCE verifier it was
 * made for. Whoever has logged in once is not asked again in the same browser, until a client ends the login. A test names
 * the people.
 */
public final class OpenIdProvider implements AutoCloseable {

    public static final String CLIENT_ID = "order-journey";
    public static final String CLIENT_SECRET = "oidc-client-secret-of-tests";

    /** Where people are sent after a logout, and nowhere else. */
    public static final String AFTER_LOGOUT = "http://desks.test/desk/login";

    private static final String BROWSER = "provider-login";
    private static final int KEY_BITS = 2048;

    /** What was asked when the code was made. */
    private record Grant(String redirectUri, String challenge, String nonce, String subject) {}

    private final HttpServer server;
    private final Map<String, Map<String, Object>> people = new ConcurrentHashMap<>();
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final Map<String, String> logins = new ConcurrentHashMap<>();
    private volatile PublicJsonWebKey key = newKey();

    private OpenIdProvider(HttpServer server) {
        this.server = server;
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, discovery()));
        server.createContext("/keys", exchange -> answer(exchange, 200, new JsonWebKeySet(key).toJson()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/login", this::login);
        server.createContext("/token", this::token);
        server.createContext("/logout", this::logout);
        server.start();
    }

    /** Starts one on a free port. */
    public static OpenIdProvider start() {
        try {
            return new OpenIdProvider(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Somebody who can log in, with what the provider says of them beside {@code sub}. */
    public void person(String subject, Map<String, Object> claims) {
        people.put(subject, Map.copyOf(claims));
    }

    /** Signs with another key from now on, as providers do from time to time. */
    public void rotateKey() {
        key = newKey();
    }

    /** The claims of an access token for our client that is good for five minutes, to be changed by a test. */
    public JwtClaims accessClaims(String subject) {
        JwtClaims claims = claims(subject);
        claims.setAudience(CLIENT_ID);
        return claims;
    }

    /** These claims as a token, signed with the current key. */
    public String sign(JwtClaims claims) {
        return sign(claims, key);
    }

    /** These claims as a token, signed with a key that this provider does not have. */
    public String signWithForeignKey(JwtClaims claims) {
        PublicJsonWebKey foreign = newKey();
        foreign.setKeyId(key.getKeyId());
        return sign(claims, foreign);
    }

    /** The public key of the current key pair, to try what must not work with it. */
    public Key publicKey() {
        return key.getPublicKey();
    }

    /** The name of the current key. */
    public String keyId() {
        return key.getKeyId();
    }

    private JwtClaims claims(String subject) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer());
        claims.setSubject(subject);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(5);
        people.getOrDefault(subject, Map.of()).forEach(claims::setClaim);
        return claims;
    }

    private static String sign(JwtClaims claims, PublicJsonWebKey with) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKeyIdHeaderValue(with.getKeyId());
        signature.setKey(with.getPrivateKey());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PublicJsonWebKey newKey() {
        try {
            PublicJsonWebKey made = RsaJwkGenerator.generateJwk(KEY_BITS);
            made.setKeyId(UUID.randomUUID().toString());
            made.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
            made.setUse("sig");
            return made;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private String discovery() {
        return JsonUtil.toJson(Map.of(
                "issuer", issuer(),
                "authorization_endpoint", issuer() + "/authorize",
                "token_endpoint", issuer() + "/token",
                "end_session_endpoint", issuer() + "/logout",
                "jwks_uri", issuer() + "/keys"));
    }

    /** The page on which a person logs in; it knows what the client asked for. */
    private void authorize(HttpExchange exchange) throws IOException {
        String asked = exchange.getRequestURI().getRawQuery();
        Map<String, String> request = form(asked);
        boolean ours = CLIENT_ID.equals(request.get("client_id"))
                && "code".equals(request.get("response_type"))
                && "S256".equals(request.get("code_challenge_method"))
                && request.getOrDefault("scope", "").contains("openid")
                && request.containsKey("redirect_uri");
        String known = logins.get(browser(exchange));
        if (ours && known != null) {
            sendBack(exchange, request, known);
            return;
        }
        answer(
                exchange,
                ours ? 200 : 400,
                ours
                        ? "<form method=post action=\"/login?" + asked.replace("&", "&amp;")
                                + "\"><input name=user><button>OK</button></form>"
                        : "{\"error\": \"invalid_request\"}");
    }

    private void login(HttpExchange exchange) throws IOException {
        Map<String, String> request = form(exchange.getRequestURI().getRawQuery());
        String user = form(body(exchange)).getOrDefault("user", "");
        if (!people.containsKey(user)) {
            answer(exchange, 403, "{\"error\": \"access_denied\"}");
            return;
        }
        String login = UUID.randomUUID().toString();
        logins.put(login, user);
        exchange.getResponseHeaders().set("Set-Cookie", BROWSER + "=" + login + "; HttpOnly");
        sendBack(exchange, request, user);
    }

    private static String browser(HttpExchange exchange) {
        return Arrays.stream(String.valueOf(exchange.getRequestHeaders().getFirst("Cookie"))
                        .split("; "))
                .filter(cookie -> cookie.startsWith(BROWSER + "="))
                .map(cookie -> cookie.substring(BROWSER.length() + 1))
                .findFirst()
                .orElse("");
    }

    /** Ends the login of this browser for a client that shows the token of it, and knows where people may be sent. */
    private void logout(HttpExchange exchange) throws IOException {
        Map<String, String> request = form(exchange.getRequestURI().getRawQuery());
        String user = logins.get(browser(exchange));
        if (user == null
                || !user.equals(subject(request.getOrDefault("id_token_hint", "")))
                || !CLIENT_ID.equals(request.get("client_id"))
                || !AFTER_LOGOUT.equals(request.get("post_logout_redirect_uri"))) {
            answer(exchange, 400, "{\"error\": \"invalid_request\"}");
            return;
        }
        logins.remove(browser(exchange));
        exchange.getResponseHeaders().set("Location", AFTER_LOGOUT);
        answer(exchange, 303, "");
    }

    /** Whom a token names that this provider signed, also after its time. */
    private String subject(String token) {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setCompactSerialization(token);
            signature.setKey(key.getPublicKey());
            return signature.verifySignature()
                    ? String.valueOf(JsonUtil.parseJson(signature.getPayload()).get("sub"))
                    : "";
        } catch (JoseException unreadable) {
            return "";
        }
    }

    private void sendBack(HttpExchange exchange, Map<String, String> request, String user) throws IOException {
        String code = UUID.randomUUID().toString();
        String redirectUri = request.getOrDefault("redirect_uri", "");
        grants.put(
                code,
                new Grant(
                        redirectUri,
                        request.getOrDefault("code_challenge", ""),
                        request.getOrDefault("nonce", ""),
                        user));
        String back = redirectUri + "?code=" + code + "&state=" + encoded(request.getOrDefault("state", "")) + "&iss="
                + encoded(issuer());
        exchange.getResponseHeaders().set("Location", back);
        answer(exchange, 303, "");
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(body(exchange));
        String basic = "Basic "
                + Base64.getEncoder()
                        .encodeToString((CLIENT_ID + ":" + CLIENT_SECRET).getBytes(StandardCharsets.US_ASCII));
        if (!basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{\"error\": \"invalid_client\"}");
            return;
        }
        Grant grant = grants.remove(form.getOrDefault("code", ""));
        if (grant == null
                || !grant.redirectUri().equals(form.get("redirect_uri"))
                || !grant.challenge().equals(challenge(form.getOrDefault("code_verifier", "")))) {
            answer(exchange, 400, "{\"error\": \"invalid_grant\"}");
            return;
        }
        JwtClaims identity = accessClaims(grant.subject());
        identity.setClaim("nonce", grant.nonce());
        answer(
                exchange,
                200,
                JsonUtil.toJson(Map.of(
                        "id_token",
                        sign(identity),
                        "access_token",
                        sign(accessClaims(grant.subject())),
                        "token_type",
                        "Bearer",
                        "expires_in",
                        300)));
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Map<String, String> form(String text) {
        return Arrays.stream(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                        (one, other) -> one));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", text.startsWith("<") ? "text/html" : "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
