package io.orderjourney.order.inquiries;

import static io.orderjourney.order.inquiries.InquiryStoryTest.asks;
import static io.orderjourney.order.inquiries.InquiryStoryTest.read;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.InquiryChannel;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.notices.CustomerTold;
import io.orderjourney.messaging.testing.DeliverTwice;
import io.orderjourney.order.inquiries.usecase.InquiryThread;
import io.orderjourney.order.inquiries.usecase.ReadInquiries;
import io.orderjourney.order.inquiries.usecase.TakeMailHandler;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Other ways in for a question: the shop's mailbox, and the form of the contact page. */
@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class InquiryDoorsStoryTest {

    @Inject
    TakeMailHandler mails;

    @Inject
    ReadInquiries reader;

    @Inject
    DeliverTwice twice;

    private static InboundMail mail(String from, String subject, String text, Map<String, String> headers) {
        return new InboundMail("<" + UUID.randomUUID() + "@example.com>", from, "", subject, headers, text, 0);
    }

    private List<Inquiry> from(String address) {
        return reader.by(address, 20).stream().map(InquiryThread::inquiry).toList();
    }

    @Test
    void a_mail_is_an_inquiry_once_in_the_language_of_its_writer() {
        String from = "maja." + UUID.randomUUID() + "@example.com";
        InboundMail asked = mail(from, "Vprašanje", "Pozdravljeni, kdaj bo telefon na zalogi?", Map.of());

        assertThat(mails.take(asked)).isEqualTo(MailPolicy.Verdict.INQUIRY);
        mails.take(asked);

        assertThat(from(from)).singleElement().satisfies(inquiry -> {
            assertThat(inquiry.language()).isEqualTo("sl");
            assertThat(inquiry.channel()).isEqualTo(InquiryChannel.EMAIL);
        });
    }

    @Test
    void a_reply_to_a_message_of_ours_joins_its_dialogue() {
        UUID inquiry = asks("PRODUCT", "EMAIL", "pl", "Czy etui pasuje?");
        UUID message = UUID.randomUUID();
        twice.event(
                EventTypes.CUSTOMER_TOLD,
                inquiry,
                new CustomerTold(
                        message,
                        UUID.randomUUID(),
                        Channel.EMAIL,
                        List.of(NoticeSubject.INQUIRY_RECEIVED),
                        null,
                        Instant.now()));

        mails.take(mail(
                "another.address@example.com",
                "Odp: pytanie",
                "I jaki kolor?",
                Map.of("in-reply-to", "<" + message + ".email@order-journey.example>")));

        read(inquiry).then().body("entries.text", contains("Czy etui pasuje?", "I jaki kolor?"));
    }

    @Test
    void a_number_in_a_subject_joins_only_for_the_customer_themselves() {
        UUID inquiry = asks("PRODUCT", "EMAIL", "pl", "Czy etui pasuje?");
        String number = read(inquiry).jsonPath().getString("number");
        String customer = read(inquiry).jsonPath().getString("customer.email");

        mails.take(mail("stranger." + UUID.randomUUID() + "@example.com", "Re: " + number, "Proszę o hasło", Map.of()));
        read(inquiry).then().body("entries", hasSize(1));

        mails.take(mail(customer, "Re: " + number, "I jaki kolor?", Map.of()));
        read(inquiry).then().body("entries", hasSize(2));
    }

    @Test
    void two_machines_do_not_talk_to_each_other() {
        String from = "machine." + UUID.randomUUID() + "@example.com";
        for (int sent = 0; sent < 8; sent++) {
            mails.take(mail(from, "Ticket " + sent, "Your ticket is open, please wait", Map.of()));
        }
        assertThat(from(from)).hasSize(5);

        String away = "away." + UUID.randomUUID() + "@example.com";
        assertThat(mails.take(mail(away, "Re: pytanie", "Nie ma mnie", Map.of("auto-submitted", "auto-replied"))))
                .isEqualTo(MailPolicy.Verdict.AUTO_REPLY);
        assertThat(from(away)).isEmpty();
    }

    @Test
    void the_contact_page_says_who_answers_and_takes_a_form_once() {
        Response page = given().queryParam("language", "pl").get("/contact");
        page.then()
                .statusCode(200)
                .header(
                        "Content-Security-Policy",
                        startsWith("default-src 'none'; style-src 'self'; form-action 'self'"));
        String form = page.asString().replaceFirst("(?s).*name=\"form\" value=\"([^\"]+)\".*", "$1");
        assertThat(page.asString())
                .contains(
                        "Biuro obsługi klienta",
                        "tel:+48221000050",
                        "pon.–pt. 08:30–17:00",
                        "Pl. Grunwaldzki",
                        "Gdzie jest moje zamówienie?")
                .doesNotContain("<script");

        given().get("/contact/contact.css").then().statusCode(200).body(containsString("color-scheme"));

        String mail = "form." + UUID.randomUUID() + "@example.com";
        for (int sent = 0; sent < 2; sent++) {
            send(form, mail, "Kiedy telefon będzie dostępny?")
                    .then()
                    .statusCode(200)
                    .body(containsString("Państwa wiadomość ma numer Q-"))
                    .body(containsString("Odpowiemy "));
        }
        assertThat(from(mail))
                .singleElement()
                .satisfies(inquiry -> assertThat(inquiry.channel()).isEqualTo(InquiryChannel.WEB_FORM));
    }

    @Test
    void the_contact_page_takes_who_waits_for_an_article() {
        given().queryParam("language", "pl")
                .queryParam("article", "NO-SUCH-THING")
                .get("/contact")
                .then()
                .statusCode(200)
                .body(containsString("role=\"alert\""));
        given().queryParam("language", "pl")
                .queryParam("article", "PHN-NOVA-X5")
                .get("/contact")
                .then()
                .statusCode(200)
                .body(containsString("Powiadomienie o dostępności"))
                .body(containsString("value=\"WAW-01\""));

        String mail = "stock." + UUID.randomUUID() + "@example.com";
        alert(mail, "NOWHERE").then().statusCode(422);
        alert(mail, "WAW-01").then().statusCode(200).body(containsString("Państwa wiadomość ma numer Q-"));
        assertThat(from(mail)).singleElement().satisfies(inquiry -> {
            assertThat(inquiry.topic()).isEqualTo("STOCK");
            read(inquiry.journeyId()).then().body("promises.kind", contains("NEXT_UPDATE"));
        });
    }

    private static Response alert(String email, String point) {
        return given().contentType("application/x-www-form-urlencoded; charset=utf-8")
                .queryParam("language", "pl")
                .formParam("form", UUID.randomUUID().toString())
                .formParam("article", "PHN-NOVA-X5")
                .formParam("point", point)
                .formParam("name", "Ewa Nowak")
                .formParam("email", email)
                .post("/contact");
    }

    @Test
    void a_form_with_mistakes_comes_back_with_what_was_typed() {
        send(UUID.randomUUID().toString(), "nobody", "<b>Kiedy?</b>")
                .then()
                .statusCode(422)
                .body(containsString("role=\"alert\""))
                .body(containsString("&lt;b&gt;Kiedy?&lt;/b&gt;"));
        send("no-id", "jan@example.com", "Kiedy?").then().statusCode(422);
    }

    private static Response send(String form, String email, String text) {
        return given().contentType("application/x-www-form-urlencoded; charset=utf-8")
                .queryParam("language", "pl")
                .formParam("form", form)
                .formParam("topic", "STOCK")
                .formParam("name", "Ewa Nowak")
                .formParam("email", email)
                .formParam("text", text)
                .post("/contact");
    }
}
