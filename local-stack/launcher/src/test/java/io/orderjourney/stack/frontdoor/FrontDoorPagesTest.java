package io.orderjourney.stack.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.stack.mail.TestMail;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The front door's own pages: the start page, its clock, the mail. */
class FrontDoorPagesTest extends FrontDoorCase {
    @Test
    void the_start_page_shows_the_answer_card_and_the_messages_of_an_order() throws Exception {
        String page = send(request("/?order=A-100042").GET()).body();

        assertThat(page)
                .contains("Order A-100042")
                .contains("Credit call")
                .contains("at risk")
                .contains("Mon 23 Nov, 15:00")
                .contains("desk overloaded")
                .containsPattern("kept</span><br>.*Sun 22 Nov, 11:20")
                .contains("Goods here: not yet")
                .contains("Goods on the way, expected Wed 25 Nov, 09:00")
                .contains("+48221000020")
                .contains("Order placed")
                .contains("A little later");
        assertThat(seen).extracting(Seen::uri).contains("/api/v1/notices?journeyId=0190");
        assertThat(seen)
                .filteredOn(call -> call.uri().startsWith("/api"))
                .allSatisfy(call ->
                        assertThat(call.headers()).containsEntry("Authorization", List.of("Bearer reading-token")));
    }

    @Test
    void the_start_page_shows_the_time_in_the_zone_of_the_shop() throws Exception {
        assertThat(send(request("/").GET()).body()).contains("Mon 23 Nov 2026, 13:00 (Europe/Warsaw)");
    }

    @Test
    void input_from_outside_is_escaped() throws Exception {
        String page = send(request("/?order=A-100042").GET()).body();
        String unknown = send(request("/?order=%3Cscript%3Ealert(1)%3C%2Fscript%3E")
                        .GET())
                .body();

        assertThat(page).contains("Call &lt;b&gt;Marek&lt;/b&gt;").doesNotContain("<b>Marek");
        assertThat(unknown).contains("No order with the number").doesNotContain("<script>alert");
    }

    @Test
    void the_token_of_the_start_page_never_leaves_the_front_door() throws Exception {
        assertThat(send(request("/?order=A-100042").GET()).body()).doesNotContain("reading-token");
    }

    @Test
    void the_buttons_of_the_start_page_let_time_pass() throws Exception {
        assertThat(clockButton("http://127.0.0.1:" + door.port(), "by=1h").statusCode())
                .isEqualTo(303);
        assertThat(send(request("/").GET()).body()).contains("14:00 (Europe/Warsaw)");
    }

    @Test
    void the_buttons_of_another_page_move_nothing() throws Exception {
        String own = "http://127.0.0.1:" + door.port();

        assertThat(clockButton("http://evil.example", "by=1h").statusCode()).isEqualTo(403);
        assertThat(clockButton(own, "by=9999h").statusCode()).isEqualTo(400);
        assertThat(rawStatus("POST /clock HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nby=1h"))
                .isEqualTo(403);
        assertThat(send(request("/demo/clock").GET()).body()).contains("2026-11-23T12:00:00Z");
    }

    private HttpResponse<String> clockButton(String origin, String form) throws Exception {
        return send(request("/clock")
                .header("Origin", origin)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    @Test
    void a_duration_that_is_none_is_refused() throws Exception {
        HttpResponse<String> response = send(request("/demo/clock/advance")
                .header("Authorization", "Bearer operator-token")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"by\": \"soon\"}")));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("soon");
    }

    @Test
    void the_mail_comes_in_pages_for_people_and_for_programs() throws Exception {
        for (int n = 1; n <= 51; n++) {
            TestMail.send(mail.port(), n % 2 == 0 ? "anna+shop@example.com" : "marek@example.com", "mail " + n, "text");
        }

        String newest = send(request("/mail").GET()).body();
        assertThat(newest)
                .contains("51 messages")
                .contains("mail 51")
                .contains("mail 2<")
                .doesNotContain("mail 1<");
        assertThat(newest).contains("href=\"/mail?before=2\"");
        assertThat(send(request("/mail?before=2").GET()).body())
                .contains("mail 1<")
                .doesNotContain("mail 2<");

        assertThat(send(request("/mail/messages?limit=20").GET()).body()).contains("\"next\":20");
        assertThat(send(request("/mail/messages?limit=20&after=40").GET()).body())
                .contains("\"id\":51")
                .doesNotContain("\"id\":40,")
                .doesNotContain("\"next\"");
        assertThat(send(request("/mail/messages?to=anna%2Bshop@example.com&limit=2&after=46")
                                .GET())
                        .body())
                .contains("\"id\":48")
                .contains("\"id\":50")
                .doesNotContain("\"id\":49");
    }

    @Test
    void an_empty_mailbox_explains_what_to_do() throws Exception {
        assertThat(send(request("/mail").GET()).body()).contains("Place an order");
        assertThat(send(request("/mail/messages").GET()).body()).isEqualTo("{\"messages\":[]}");
        assertThat(send(request("/mail/messages?after=3").GET()).body()).isEqualTo("{\"messages\":[]}");
        assertThat(send(request("/mail/messages?after=x").GET()).statusCode()).isEqualTo(400);
        assertThat(send(request("/mail/7").GET()).statusCode()).isEqualTo(404);
        assertThat(send(request("/mail/x").GET()).statusCode()).isEqualTo(404);
    }
}
