package io.orderjourney.credit.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.console.session.Session;
import io.orderjourney.console.session.SessionSeal;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.promises.Promise;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CreditScreenTest extends CreditShop {

    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    @Test
    void a_call_that_completes_the_application_sends_it_to_the_bank_in_one_step() throws Exception {
        UUID orderId = calledOrder();
        assertThat(queue(orderId)).contains("Call and complete the application", pickupPoint, "PLN\u00a02,499.00");

        HttpResponse<String> answer = act(orderId, "complete", version(orderId));

        assertThat(answer.body()).contains("on its way to the bank").doesNotContain("action-complete");
        assertThat(answer.headers().firstValue("HX-Trigger")).contains("queue:changed");
        assertThat(show(applicationOf(orderId)).text("/state")).isEqualTo("SUBMITTED");
        assertThat(promise(orderId, PromiseKind.CREDIT_CALL).keptAt()).isNotNull();
        assertThat(lastFact(orderId, EventTypes.CREDIT_CALL_LOGGED).calledBy()).isEqualTo("credit:ewa");
        assertThat(queue(orderId)).contains("At the bank: get the decision");
        awaitAcknowledgement(applicationOf(orderId), 0);
    }

    @Test
    void an_unanswered_call_stays_in_the_queue() throws Exception {
        UUID orderId = calledOrder();

        assertThat(act(orderId, "no-answer", version(orderId)).body()).contains("The promised time stays.");

        assertThat(queue(orderId)).contains("Call and complete the application");
    }

    @Test
    void a_customer_who_wants_the_call_later_gets_a_time_that_can_be_kept() throws Exception {
        UUID orderId = calledOrder();
        String panel = get("CREDIT", "/desk/credit/orders/" + orderId).body();
        String offered = offered(panel, "later");

        assertThat(act(orderId, "later", version(orderId) + "&at=" + offered).body())
                .contains("The call back is noted.");

        Promise call = promise(orderId, PromiseKind.CREDIT_CALL);
        assertThat(call.windowStartAt()).isNotNull();
        assertThat(Instant.parse(offered)).isBetween(call.windowStartAt(), call.dueAt());
        assertThat(act(orderId, "later", version(orderId) + "&at=soon").body()).contains("Choose a time first.");
    }

    @Test
    void what_is_missing_for_the_bank_is_the_customers_turn() throws Exception {
        UUID orderId = calledOrder();

        assertThat(act(orderId, "incomplete", version(orderId)).body()).contains("We wait for the customer.");

        assertThat(promise(orderId, PromiseKind.CREDIT_CALL).isWaiting()).isTrue();
    }

    @Test
    void a_customer_chooses_another_time_to_sign_from_what_the_roster_has() throws Exception {
        shift("ewa", today(), "09:00", "19:00");
        shift("ewa", today().plusDays(1), "09:00", "19:00");
        UUID orderId = approvedOrder();
        String panel = get("CREDIT", "/desk/credit/orders/" + orderId).body();
        String offered = offered(panel, "other-time");

        assertThat(act(orderId, "other-time", version(orderId) + "&at=" + offered)
                        .body())
                .contains("The new time is agreed.");

        assertThat(promise(orderId, PromiseKind.SIGNING_APPOINTMENT).windowStartAt())
                .isEqualTo(Instant.parse(offered));
        Instant night = at(today().plusDays(1), "03:00");
        assertThat(act(orderId, "other-time", version(orderId) + "&at=" + night).body())
                .contains("role=\"alert\"", "That cannot be kept.");
    }

    @Test
    void an_expert_who_does_not_come_is_reported_with_one_key_that_says_whom_it_moves() throws Exception {
        shift("ewa", today(), "09:00", "19:00");
        shift("adam", today().plusDays(1), "09:00", "19:00");
        UUID orderId = approvedOrder();
        Promise before = promise(orderId, PromiseKind.SIGNING_APPOINTMENT);
        assertThat(get("CREDIT", "/desk/credit/orders/" + orderId).body())
                .contains("One appointment gets another expert or another time");

        assertThat(act(orderId, "absent", version(orderId)).body()).contains("are being moved");

        Promise after = promise(orderId, PromiseKind.SIGNING_APPOINTMENT);
        assertThat(after.estimate() != null || after.dueAt().isAfter(before.dueAt()))
                .as("the appointment of an absent expert moves, or is known to move")
                .isTrue();
    }

    /** The last time that a field offers. */
    private static String offered(String panel, String action) {
        int from = panel.indexOf("id=\"" + action + "-at\"");
        assertThat(from).as("the panel has a choice for " + action).isPositive();
        Matcher option = Pattern.compile("value=\"([0-9T:.Z-]+)\"")
                .matcher(panel.substring(from, panel.indexOf("</select>", from)));
        String last = "";
        while (option.find()) {
            last = option.group(1);
        }
        assertThat(last).as("a time is offered").isNotEmpty();
        return last;
    }

    @Test
    void what_a_colleague_did_meanwhile_is_said_in_words_and_nothing_is_done_twice() throws Exception {
        UUID orderId = calledOrder();
        String seen = version(orderId);
        act(orderId, "complete", seen);

        HttpResponse<String> second = act(orderId, "complete", seen);

        assertThat(second.body()).contains("role=\"alert\"", "Somebody changed this application meanwhile");
        assertThat(facts(orderId, EventTypes.APPLICATION_SUBMITTED)).hasSize(1);
        awaitAcknowledgement(applicationOf(orderId), 0);
    }

    @Test
    void a_signature_needs_an_expert_who_is_there_and_then_the_papers_are_awaited() throws Exception {
        shift("ewa", today(), "09:00", "19:00");
        shift("ewa", today().plusDays(1), "09:00", "19:00");
        UUID orderId = approvedOrder();
        told(orderId, NoticeSubject.CREDIT_APPROVED);
        assertThat(queue(orderId)).contains("Signature at the pickup point", "with ewa");

        assertThat(act(orderId, "signed", version(orderId)).body()).contains("has not checked in");
        assertThat(act(orderId, "expert-in", version(orderId)).body()).contains("appointments of today are confirmed");
        HttpResponse<String> arrived = act(orderId, "arrived", version(orderId));
        assertThat(arrived.body()).contains("Noted that they came.").doesNotContain("action-arrived");
        assertThat(promise(orderId, PromiseKind.SIGNING_APPOINTMENT).keptAt()).isNotNull();
        assertThat(act(orderId, "signed", version(orderId)).body()).contains("The signature is recorded.");

        assertThat(queue(orderId)).contains("Papers to the pickup point");
        assertThat(act(orderId, "search", version(orderId) + "&lastSeen=in+the+safe")
                        .body())
                .contains("The search is on.");
        assertThat(lastFact(orderId, EventTypes.BANK_PAPERS_SEARCH_STARTED).lastSeen())
                .isEqualTo("in the safe");
        assertThat(act(orderId, "papers", version(orderId)).body()).contains("The papers are checked in.");
        assertThat(queue(orderId)).contains("Nothing matches.");
    }

    @Test
    void the_panel_says_what_to_say_in_the_customers_language() throws Exception {
        assertThat(get("CREDIT", "/desk/credit/orders/" + calledOrder()).body())
                .contains("<p lang=\"pl\">Dzień dobry, dzwonię w sprawie kredytu");
    }

    @Test
    void other_desks_do_not_see_it() throws Exception {
        assertThat(get("SALES", "/desk/credit").statusCode()).isEqualTo(403);
    }

    private UUID calledOrder() {
        UUID orderId = order(PaymentMethod.CREDIT);
        confirm(orderId);
        return orderId;
    }

    private String queue(UUID orderId) throws Exception {
        String number = show(applicationOf(orderId)).text("/orderNumber");
        return get("CREDIT", "/desk/credit/queue?search=" + number).body();
    }

    private String version(UUID orderId) {
        return show(applicationOf(orderId)).etag().replaceAll("[^0-9]", "");
    }

    private HttpResponse<String> act(UUID orderId, String action, String version) throws Exception {
        return send(page("CREDIT", "/desk/credit/orders/" + orderId + "/" + action)
                .header("HX-Request", "true")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("version=" + version)));
    }

    private HttpResponse<String> get(String role, String path) throws Exception {
        return send(page(role, path).GET());
    }

    private HttpRequest.Builder page(String role, String path) {
        Session ewa =
                new Session("ewa", "Ewa Lis", Set.of(role), null, Instant.now().plusSeconds(600));
        return HttpRequest.newBuilder(URI.create(address.replaceAll("/+$", "") + path))
                .header("Cookie", "journey-session=" + new SessionSeal(BankServer.SESSION_KEY).seal(ewa))
                .header("Accept-Language", "en");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return BROWSER.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
