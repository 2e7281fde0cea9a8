package io.orderjourney.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.testservers.OpenIdProvider;
import io.orderjourney.testservers.OpenIdProviderServer;
import io.orderjourney.testservers.OwnDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person logs in with the shop's provider, step by step as a browser does it, and an app calls with an access token. */
@QuarkusTest
@QuarkusTestResource(OwnDatabase.class)
@QuarkusTestResource(OpenIdProviderServer.class)
class ProviderLoginTest {

    @TestHTTPResource("/")
    URI root;

    OpenIdProvider provider;

    private final HttpClient browser = HttpClient.newHttpClient();

    @BeforeEach
    void people() {
        provider.person("s-1", Map.of("preferred_username", "anna", "name", "Anna Nowak", "groups", List.of("SALES")));
        provider.person("s-2", Map.of("preferred_username", "jan", "groups", List.of("canteen")));
        provider.person("s-3", Map.of("preferred_username", "olga", "groups", List.of("OPERATOR")));
    }

    @Test
    void a_person_logs_in_with_the_provider_and_comes_to_the_page_they_wanted() throws Exception {
        assertThat(get("/desk/login?to=/desk/sales", "").body()).contains("/desk/login/start?to=/desk/sales");

        HttpResponse<String> back = comeBack(goAndLogIn("/desk/sales", "s-1"));

        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(back.body()).contains("content=\"0; url=/desk/sales\"");
        HttpResponse<String> desk = get("/desk/sales", cookie(back, "journey-session"));
        assertThat(desk.statusCode()).isEqualTo(200);
        assertThat(desk.body()).contains("Anna Nowak");
    }

    @Test
    void the_session_is_strict_and_the_attempt_is_used_up() throws Exception {
        List<String> cookies =
                comeBack(goAndLogIn("/desk/sales", "s-1")).headers().allValues("Set-Cookie");

        assertThat(cookies)
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("journey-session=")
                        .contains("HttpOnly", "SameSite=Strict", "Path=/desk/"))
                .anySatisfy(cookie ->
                        assertThat(cookie).startsWith("journey-login=;").contains("Max-Age=0"));
    }

    @Test
    void a_person_without_a_desk_is_told_so_and_has_no_session() throws Exception {
        HttpResponse<String> back = comeBack(goAndLogIn("/desk/sales", "s-2"));

        assertThat(back.body()).contains("Your account has no desk here");
        assertThat(back.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("journey-session="));
    }

    @Test
    void an_answer_to_another_browsers_question_logs_nobody_in() throws Exception {
        Answer stolen = goAndLogIn("/desk/sales", "s-1");
        Answer own = goAndLogIn("/desk/sales", "s-1");

        assertNobody(comeBack(stolen.with(own.cookie())));
        assertNobody(comeBack(stolen.with("")));
        assertNobody(comeBack(own.saying(own.query().replaceAll("state=[^&]+", "state=x"))));
        assertNobody(comeBack(own.saying(own.query().replaceAll("iss=[^&]+", "iss=http://evil.test"))));
        assertNobody(comeBack(own.saying("error=access_denied&state=x")));
    }

    @Test
    void a_code_is_good_once() throws Exception {
        Answer answer = goAndLogIn("/desk/sales", "s-1");

        assertThat(cookie(comeBack(answer), "journey-session")).isNotEmpty();
        assertNobody(comeBack(answer));
    }

    @Test
    void the_way_to_the_provider_leads_back_to_a_desk_only() throws Exception {
        assertThat(comeBack(goAndLogIn("https://evil.test/", "s-1")).body()).contains("url=/desk/\"");
    }

    @Test
    void an_access_token_opens_what_the_persons_role_opens() throws Exception {
        assertThat(call(provider.sign(provider.accessClaims("s-3"))).statusCode())
                .isEqualTo(200);
        assertThat(call(provider.sign(provider.accessClaims("s-1"))).statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_token_that_is_not_the_providers_or_is_over_opens_nothing() throws Exception {
        JwtClaims over = provider.accessClaims("s-3");
        over.setExpirationTimeMinutesInTheFuture(-5);

        assertThat(call(provider.sign(over)).statusCode()).isEqualTo(401);
        assertThat(call(provider.signWithForeignKey(provider.accessClaims("s-3")))
                        .statusCode())
                .isEqualTo(401);
        assertThat(call("no-token-of-anybody").statusCode()).isEqualTo(401);
    }

    @Test
    void who_logs_out_here_is_logged_out_at_the_provider_too() throws Exception {
        Answer answer = goAndLogIn("/desk/sales", "s-1");
        HttpResponse<String> in = comeBack(answer);
        assertThat(in.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("journey-login-proof=")
                        .contains("HttpOnly", "SameSite=Strict", "Path=/desk/logout"));
        assertThat(isKnownToProvider(answer.atProvider())).isTrue();

        HttpResponse<String> out = logOut(cookie(in, "journey-session") + "; " + cookie(in, "journey-login-proof"));

        assertThat(out.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("journey-session=;"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("journey-login-proof=;"));
        HttpResponse<String> ended = browser.send(
                HttpRequest.newBuilder(URI.create(nextPage(out)))
                        .header("Cookie", answer.atProvider())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(ended.headers().firstValue("Location")).contains(OpenIdProvider.AFTER_LOGOUT);
        assertThat(isKnownToProvider(answer.atProvider())).isFalse();
    }

    @Test
    void another_sites_page_that_sends_no_cookies_logs_out_of_nothing() throws Exception {
        HttpResponse<String> out = logOut("");

        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(out.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/desk/login"));
    }

    private HttpResponse<String> logOut(String cookies) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve("/desk/logout"))
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.noBody());
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies);
        }
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Whether the provider lets the same browser in without a question. */
    private boolean isKnownToProvider(String cookie) throws Exception {
        HttpResponse<String> start = get("/desk/login/start?to=/desk/sales", "");
        URI authorize = URI.create(start.headers().firstValue("Location").orElseThrow());
        return browser.send(
                                HttpRequest.newBuilder(authorize)
                                        .header("Cookie", cookie)
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode()
                == 303;
    }

    /** Where a page goes by itself. */
    private static String nextPage(HttpResponse<String> page) {
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body().replaceAll("(?s).*url=([^\"]+)\".*", "$1").replace("&amp;", "&");
    }

    /** What the provider sends the browser back with, and the cookies that the browser has kept. */
    private record Answer(String query, String cookie, String atProvider) {

        Answer with(String other) {
            return new Answer(query, other, atProvider);
        }

        Answer saying(String other) {
            return new Answer(other, cookie, atProvider);
        }
    }

    private Answer goAndLogIn(String target, String subject) throws Exception {
        HttpResponse<String> start = get("/desk/login/start?to=" + target, "");
        assertThat(start.statusCode()).isEqualTo(303);
        URI authorize = URI.create(start.headers().firstValue("Location").orElseThrow());
        HttpResponse<String> page =
                browser.send(HttpRequest.newBuilder(authorize).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(200);
        HttpResponse<String> done = browser.send(
                HttpRequest.newBuilder(URI.create(provider.issuer() + "/login?" + authorize.getRawQuery()))
                        .POST(HttpRequest.BodyPublishers.ofString("user=" + subject))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        URI back = URI.create(done.headers().firstValue("Location").orElseThrow());
        assertThat(back.toString()).startsWith("http://desks.test/desk/login/callback?");
        return new Answer(back.getRawQuery(), cookie(start, "journey-login"), cookie(done, "provider-login"));
    }

    private HttpResponse<String> comeBack(Answer answer) throws Exception {
        return get("/desk/login/callback?" + answer.query(), answer.cookie());
    }

    private static void assertNobody(HttpResponse<String> answer) {
        assertThat(answer.body()).contains("The login did not work");
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("journey-session="));
    }

    private HttpResponse<String> call(String token) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(root.resolve("/api/v1/dead-letters"))
                        .header("Authorization", "Bearer " + token)
                        .timeout(Duration.ofSeconds(10))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String cookie) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path)).timeout(Duration.ofSeconds(10));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String cookie(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst()
                .orElse("");
    }
}
