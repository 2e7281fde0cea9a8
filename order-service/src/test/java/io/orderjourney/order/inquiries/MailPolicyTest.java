package io.orderjourney.order.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.order.inquiries.MailPolicy.Verdict;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailPolicyTest {

    private static final Set<String> OURS = Set.of("shop@order-journey.example");

    private static InboundMail mail(@Nullable String from, String subject, String text, String... headers) {
        Map<String, String> named = new HashMap<>();
        for (String header : headers) {
            String[] parts = header.split(": ", 2);
            named.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
        }
        return new InboundMail("<1@example.com>", from, "", subject, named, text, 0);
    }

    private static Verdict judge(String from, String subject, String... headers) {
        return MailPolicy.judge(mail(from, subject, "Gdzie jest mój telefon?", headers), OURS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Gdzie jest moje zamówienie?",
                "Re: Otrzymaliśmy Państwa pytanie Q-100007",
                "Odp: zamówienie A-100042",
                "Vprašanje o naročilu",
                "Где мой заказ?",
                "Automatic coffee machine",
                "Delivery on Friday?",
                "Returned goods",
                ""
            })
    void what_a_person_writes_is_an_inquiry(String subject) {
        assertThat(judge("jan@example.com", subject)).isEqualTo(Verdict.INQUIRY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Auto-Submitted: auto-replied
                    Auto-Submitted: auto-generated
                    X-Autoreply: yes
                    X-Autorespond: away
                    X-Auto-Reply-From: jan@example.com
                    Precedence: auto_reply
                    """)
    void a_machine_that_says_so_is_not_answered(String header) {
        assertThat(judge("jan@example.com", "Re: Q-100007", header)).isEqualTo(Verdict.AUTO_REPLY);
    }

    @Test
    void a_mail_that_says_it_is_not_automatic_is_not() {
        assertThat(judge("jan@example.com", "Pytanie", "Auto-Submitted: no")).isEqualTo(Verdict.INQUIRY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Automatic reply: your question",
                "Auto: Out of office",
                "Out of the office until Monday",
                "Autoreply",
                "Odpowiedź automatyczna",
                "Autoodpowiedź: pytanie",
                "Nieobecność w biurze",
                "Re: Poza biurem do piątku",
                "Samodejni odgovor",
                "Odsotnost do 12. januarja",
                "Автоответ: вопрос",
                "Я в отпуске",
                "Отсутствую до понедельника"
            })
    void a_subject_says_that_its_sender_is_away(String subject) {
        assertThat(judge("jan@example.com", subject)).isEqualTo(Verdict.AUTO_REPLY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    MAILER-DAEMON@example.com  | Hello                                    | Date: today
                    postmaster@example.com     | Hello                                    | Date: today
                    jan@example.com            | Hello                                    | Return-Path: <>
                    jan@example.com            | Hello                                    | Content-Type: multipart/report; report-type=delivery-status
                    jan@example.com            | Hello                                    | X-Failed-Recipients: ewa@example.com
                    jan@example.com            | Undeliverable: your message              | Date: today
                    jan@example.com            | Delivery Status Notification (Failure)   | Date: today
                    jan@example.com            | Mail delivery failed                     | Date: today
                    jan@example.com            | Returned mail: see transcript            | Date: today
                    jan@example.com            | Nie dostarczono wiadomości               | Date: today
                    jan@example.com            | Zwrot wiadomości                         | Date: today
                    """)
    void a_mail_that_did_not_arrive_is_a_bounce(String from, String subject, String header) {
        assertThat(judge(from, subject, header)).isEqualTo(Verdict.BOUNCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop@order-journey.example", "Shop@Order-Journey.Example"})
    void our_own_mail_that_comes_back_is_a_loop(String from) {
        assertThat(judge(from, "Pytanie")).isEqualTo(Verdict.LOOP);
        assertThat(judge("relay@example.com", "Pytanie", "X-Order-Journey: notice"))
                .isEqualTo(Verdict.LOOP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Precedence: bulk",
                "Precedence: list",
                "List-Id: <news.example.com>",
                "List-Unsubscribe: <mailto:leave@example.com>"
            })
    void a_newsletter_is_put_aside(String header) {
        assertThat(judge("news@example.com", "Sale", header)).isEqualTo(Verdict.BULK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"no-reply@example.com", "noreply@example.com", "do_not_reply@example.com", "no.reply-7@a.pl"})
    void nobody_answers_an_address_that_does_not_read(String from) {
        assertThat(judge(from, "Invoice")).isEqualTo(Verdict.NO_SENDER);
    }

    @Test
    void a_mail_without_a_sender_or_without_words_is_for_a_person_to_look_at() {
        assertThat(MailPolicy.judge(mail(null, "Pytanie", "Gdzie?"), OURS)).isEqualTo(Verdict.NO_SENDER);
        assertThat(MailPolicy.judge(mail("jan@example.com", " ", " \n"), OURS)).isEqualTo(Verdict.NO_TEXT);
        assertThat(MailPolicy.judge(mail("jan@example.com", "Gdzie jest A-100042?", ""), OURS))
                .isEqualTo(Verdict.INQUIRY);
    }

    @Test
    void what_nobody_could_read_is_kept_and_what_a_machine_sent_is_not_looked_at() {
        assertThat(Verdict.UNREADABLE.isKeptAside()).isTrue();
        assertThat(Verdict.TOO_LARGE.isKeptAside()).isTrue();
        assertThat(Verdict.BULK.isKeptAside()).isTrue();
        assertThat(Verdict.AUTO_REPLY.isKeptAside()).isFalse();
        assertThat(Verdict.BOUNCE.isKeptAside()).isFalse();
        assertThat(Verdict.INQUIRY.isKeptAside()).isFalse();
    }
}
