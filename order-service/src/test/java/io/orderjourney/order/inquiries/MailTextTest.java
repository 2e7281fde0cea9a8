package io.orderjourney.order.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MailTextTest {

    static Stream<Arguments> quoted_dialogues() {
        return Stream.of(
                        "On Mon, 12 Jan 2026 at 10:00, Shop <shop@example.com> wrote:",
                        "W dniu pon., 12 sty 2026 o 10:00 Sklep <sklep@example.com> napisał(a):",
                        "W dniu 12.01.2026 o 10:00, Sklep pisze:",
                        "pon., 12 sty 2026 o 10:00 Sklep <sklep@example.com> napisał(a):",
                        "V pon., 12. jan. 2026 ob 10:00 je oseba Trgovina <trgovina@example.com> napisala:",
                        "Dne 12. 1. 2026 je Trgovina napisala:",
                        "12 января 2026 г. Магазин пишет:",
                        "-----Original Message-----",
                        "---- Wiadomość oryginalna ----",
                        "________________________________",
                        "From: Shop <shop@example.com>\nSent: Monday, 12 January 2026 10:00",
                        "Od: Sklep\nWysłano: poniedziałek, 12 stycznia 2026",
                        "Od: Trgovina\nPoslano: ponedeljek, 12. januar 2026",
                        "От: Магазин\nОтправлено: понедельник",
                        "*From:* Shop\n*Sent:* Monday",
                        "-- ",
                        "--\nJan Kowalski")
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("quoted_dialogues")
    void what_was_quoted_and_signed_is_left_out(String separator) {
        String mail = "A niebieskie są?\r\n\r\n" + separator + "\r\n> Tak, pasuje.\r\n> Pozdrawiam";

        String written = MailText.written(mail);

        assertThat(written).startsWith("A niebieskie są?").doesNotContain("pasuje");
    }

    @Test
    void an_answer_between_quoted_lines_is_kept() {
        assertThat(MailText.written("> Czy etui?\nTak.\n> Jaki kolor?\nCzarny."))
                .isEqualTo("Tak.\nCzarny.");
    }

    @Test
    void a_line_that_only_looks_like_a_head_is_kept() {
        assertThat(MailText.written("From: my house to your shop it is 5 km.\nIs there a bus?"))
                .contains("5 km", "bus");
    }

    @Test
    void a_long_mail_is_shortened_and_says_so() {
        String written = MailText.written("a ".repeat(20_000));

        assertThat(written).hasSize(MailText.LENGTH_MAX).endsWith("[…]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <p>Gdzie <b>jest</b> telefon?</p>                               | Gdzie jest telefon?
                    <html><head><title>x</title></head><body>Hi</body></html>       | Hi
                    <style>p{color:red}</style><p>Hi</p>                            | Hi
                    <script>alert('x')</script>Hi                                   | Hi
                    Hi<!-- hidden -->!                                              | Hi !
                    a &lt;b&gt; &amp; &quot;c&quot;                                 | a <b> & "c"
                    &amp;lt;b&amp;gt;                                               | &lt;b&gt;
                    Tak.<blockquote>Jaki kolor?</blockquote>                        | Tak.
                    Tak.<div class="gmail_quote">On Monday</div>                    | Tak.
                    """)
    void a_page_is_read_as_text(String html, String text) {
        assertThat(MailText.ofHtml(html)).isEqualTo(text);
    }

    @Test
    void paragraphs_of_a_page_are_lines() {
        assertThat(MailText.ofHtml("<div>Dzień dobry</div><div>Gdzie telefon?<br>Jan</div>"))
                .isEqualTo("Dzień dobry\nGdzie telefon?\nJan");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Gdzie jest moje zamówienie?                | pl
                    Czy etui pasuje?                           | pl
                    Kdaj bo moje naročilo?                     | sl
                    Pozdravljeni, ali imate rdečega?           | sl
                    Где мой заказ A-100042?                    | ru
                    When is my order ready?                    | en
                    A-100042                                   | de
                    """)
    void the_language_of_a_stranger_is_guessed(String text, String language) {
        assertThat(LanguageGuess.of(text, "de")).isEqualTo(language);
    }
}
