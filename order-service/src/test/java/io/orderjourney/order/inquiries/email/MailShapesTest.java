package io.orderjourney.order.inquiries.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.order.inquiries.InboundMail;
import io.orderjourney.order.inquiries.MailPolicy;
import io.orderjourney.order.inquiries.MailPolicy.Verdict;
import io.orderjourney.order.inquiries.MailText;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every combination of what programs do to a mail, at the lowest height: charset × transfer encoding × structure × line end,
 * what is quoted below, and what a machine wrote. A few of them go through a real server in {@link ImapInboxTest}.
 */
class MailShapesTest {

    private static final String SHOP = "shop@order-journey.example";
    private static final byte[] CRLF = {'\r', '\n'};

    /** A question, and the charsets in which people who speak its language send it. */
    private record Asked(String language, String text, List<String> charsets) {}

    private static final List<Asked> QUESTIONS = List.of(
            new Asked("pl", "Gdzie jest mój żółty telefon?", List.of("utf-8", "iso-8859-2", "windows-1250")),
            new Asked("sl", "Kdaj pride moj ročni paket čez žico?", List.of("utf-8", "iso-8859-2", "windows-1250")),
            new Asked(
                    "ru", "Где мой заказ, когда он придёт?", List.of("utf-8", "koi8-r", "windows-1251", "iso-8859-5")),
            new Asked("en", "Where is my order, please?", List.of("us-ascii", "iso-8859-1")));

    private enum Transfer {
        EIGHT_BIT("8bit"),
        QUOTED("quoted-printable"),
        BASE64("base64");

        private final String header;

        Transfer(String header) {
            this.header = header;
        }

        byte[] encode(byte[] text) {
            return switch (this) {
                case EIGHT_BIT -> text;
                case QUOTED -> quoted(text);
                case BASE64 -> Base64.getMimeEncoder().encode(text);
            };
        }

        /** With soft line breaks, as programs break long lines. */
        private static byte[] quoted(byte[] text) {
            StringBuilder encoded = new StringBuilder();
            int column = 0;
            for (byte one : text) {
                String next = one > 32 && one < 127 && one != '='
                        ? String.valueOf((char) one)
                        : "=%02X".formatted(one & 0xff);
                if (one == '\n') {
                    next = "\r\n";
                }
                if (column + next.length() > 60) {
                    encoded.append("=\r\n");
                    column = 0;
                }
                encoded.append(next);
                column = one == '\n' ? 0 : column + next.length();
            }
            return encoded.toString().getBytes(StandardCharsets.US_ASCII);
        }
    }

    private enum Structure {
        PLAIN,
        HTML_ONLY,
        ALTERNATIVE,
        WITH_A_FILE,
        NESTED
    }

    static Stream<Arguments> shapes() {
        return QUESTIONS.stream()
                .flatMap(asked -> asked.charsets().stream()
                        .flatMap(charset -> Stream.of(Transfer.values())
                                .flatMap(transfer -> Stream.of(Structure.values())
                                        .map(structure -> Arguments.of(asked.text(), charset, transfer, structure)))));
    }

    @ParameterizedTest(name = "{1} {2} {3}: {0}")
    @MethodSource("shapes")
    void a_question_is_read_as_it_was_written(String text, String charset, Transfer transfer, Structure structure)
            throws Exception {
        byte[] mail = shape(text, charset, transfer, structure);

        for (byte[] sent : List.of(mail, unixLines(mail))) {
            InboundMail read = parse(sent);
            assertThat(read.text()).isEqualTo(text);
            assertThat(read.from()).isEqualTo("jan@example.com");
            assertThat(read.attachments()).isEqualTo(structure == Structure.WITH_A_FILE ? 1 : 0);
            assertThat(MailPolicy.judge(read, Set.of(SHOP))).isEqualTo(Verdict.INQUIRY);
        }
    }

    @Test
    void there_are_more_than_two_hundred_shapes() {
        assertThat(shapes().count() + quotes().count() + machines().count()).isGreaterThan(200);
    }

    static Stream<Arguments> quotes() {
        List<String> below = List.of(
                "On Mon, 12 Jan 2026 at 10:00, Shop <shop@example.com> wrote:\n> Hello\n> your order",
                "W dniu pon., 12 sty 2026 o 10:00 Sklep <shop@example.com> napisał(a):\n> Dzień dobry",
                "W dniu 12.01.2026 o 10:00, Sklep pisze:\n> Dzień dobry",
                "V pon., 12. jan. 2026 ob 10:00 je Trgovina napisala:\n> Pozdravljeni",
                "пн, 12 янв. 2026 г. в 10:00, Магазин <shop@example.com> пишет:\n> Здравствуйте",
                "-----Original Message-----\nFrom: Shop\nYour order",
                "----- Wiadomość oryginalna -----\nOd: Sklep\nZamówienie",
                "________________________________\nFrom: Shop\nSent: Monday\nYour order",
                "From: Shop <shop@example.com>\nSent: Monday, 12 January\nSubject: Your order\n\nHello",
                "Od: Sklep <shop@example.com>\nWysłano: poniedziałek\nTemat: zamówienie\n\nDzień dobry",
                "От: Магазин <shop@example.com>\nОтправлено: понедельник\nТема: заказ\n\nЗдравствуйте",
                "-- \nJan Kowalski\ntel. 501 234 567",
                "> all that was asked before\n>> and before that");
        return QUESTIONS.stream().flatMap(asked -> below.stream().map(quote -> Arguments.of(asked.text(), quote)));
    }

    @ParameterizedTest(name = "{0} | {1}")
    @MethodSource("quotes")
    void what_is_quoted_below_is_left_out(String text, String quote) throws Exception {
        InboundMail read = parse(shape(text + "\n\n" + quote, "utf-8", Transfer.BASE64, Structure.PLAIN));

        assertThat(read.text()).isEqualTo(text);
    }

    private static Arguments machine(String headers, Verdict verdict) {
        return Arguments.of(headers, verdict);
    }

    static Stream<Arguments> machines() {
        return Stream.of(
                machine("From: " + SHOP, Verdict.LOOP),
                machine("From: Shop <SHOP@Order-Journey.example>", Verdict.LOOP),
                machine("From: jan@example.com\nX-Order-Journey: 1045", Verdict.LOOP),
                machine("From: MAILER-DAEMON@mx.example.com\nSubject: Undelivered", Verdict.BOUNCE),
                machine("From: postmaster@example.com\nSubject: hi", Verdict.BOUNCE),
                machine("From: jan@example.com\nReturn-Path: <>\nSubject: hi", Verdict.BOUNCE),
                machine("From: jan@example.com\nX-Failed-Recipients: a@example.com", Verdict.BOUNCE),
                machine("From: jan@example.com\nSubject: Undeliverable: your order", Verdict.BOUNCE),
                machine("From: jan@example.com\nSubject: Delivery Status Notification (Failure)", Verdict.BOUNCE),
                machine("From: jan@example.com\nSubject: Returned mail: see transcript", Verdict.BOUNCE),
                machine("From: jan@example.com\nSubject: Nie dostarczono: zamówienie", Verdict.BOUNCE),
                machine("From: jan@example.com\nSubject: Недоставленное сообщение", Verdict.BOUNCE),
                machine("From: jan@example.com\nSubject: Sporočila ni bilo mogoče dostaviti", Verdict.BOUNCE),
                machine("From: jan@example.com\nAuto-Submitted: auto-replied", Verdict.AUTO_REPLY),
                machine("From: jan@example.com\nAuto-Submitted: auto-generated", Verdict.AUTO_REPLY),
                machine("From: jan@example.com\nPrecedence: auto_reply", Verdict.AUTO_REPLY),
                machine("From: jan@example.com\nX-Autoreply: yes", Verdict.AUTO_REPLY),
                machine("From: jan@example.com\nX-Autorespond: vacation", Verdict.AUTO_REPLY),
                machine("From: jan@example.com\nSubject: Out of office: your order", Verdict.AUTO_REPLY),
                machine("From: jan@example.com\nSubject: Automatic reply: your order", Verdict.AUTO_REPLY),
                machine("From: jan@example.com\nSubject: Re: Out of the office", Verdict.AUTO_REPLY),
                machine("From: jan@example.com\nSubject: Odpowiedź automatyczna: zamówienie", Verdict.AUTO_REPLY),
                machine("From: jan@example.com\nSubject: Poza biurem", Verdict.AUTO_REPLY),
                machine("From: jan@example.com\nSubject: Samodejni odgovor: naročilo", Verdict.AUTO_REPLY),
                machine("From: jan@example.com\nSubject: Odsotnost", Verdict.AUTO_REPLY),
                machine("From: jan@example.com\nSubject: Автоответ: заказ", Verdict.AUTO_REPLY),
                machine("From: jan@example.com\nSubject: Отсутствую на работе", Verdict.AUTO_REPLY),
                machine("From: news@example.com\nPrecedence: bulk", Verdict.BULK),
                machine("From: news@example.com\nPrecedence: list", Verdict.BULK),
                machine("From: news@example.com\nList-Id: <news.example.com>", Verdict.BULK),
                machine("From: news@example.com\nList-Unsubscribe: <mailto:out@example.com>", Verdict.BULK),
                machine("From: no-reply@example.com\nSubject: hi", Verdict.NO_SENDER),
                machine("From: donotreply@example.com\nSubject: hi", Verdict.NO_SENDER),
                machine("From: not an address\nSubject: hi", Verdict.NO_SENDER),
                machine("Subject: hi", Verdict.NO_SENDER),
                machine("From: jan@example.com\nAuto-Submitted: no", Verdict.INQUIRY),
                machine("From: jan@example.com\nSubject: When do you answer automatically?", Verdict.INQUIRY),
                machine("From: jan@example.com\nSubject: Office chair, out of stock?", Verdict.INQUIRY),
                machine("From: jan@example.com\nReturn-Path: <jan@example.com>", Verdict.INQUIRY));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("machines")
    void what_a_machine_wrote_is_told_from_what_a_person_wrote(String headers, Verdict verdict) throws Exception {
        InboundMail read =
                parse((headers.replace("\n", "\r\n") + "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHello\r\n")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(MailPolicy.judge(read, Set.of(SHOP))).isEqualTo(verdict);
    }

    @Test
    void a_report_of_delivery_is_a_bounce_and_a_mail_of_nothing_is_kept_aside() throws Exception {
        String report =
                "From: mx@example.com\r\nContent-Type: multipart/report; boundary=b\r\n\r\n--b\r\n\r\nfailed\r\n--b--\r\n";
        String nothing = "From: jan@example.com\r\n\r\n  \r\n";

        assertThat(MailPolicy.judge(parse(report.getBytes(StandardCharsets.UTF_8)), Set.of()))
                .isEqualTo(Verdict.BOUNCE);
        assertThat(MailPolicy.judge(parse(nothing.getBytes(StandardCharsets.UTF_8)), Set.of()))
                .isEqualTo(Verdict.NO_TEXT);
    }

    @Test
    void a_huge_mail_is_shortened_and_one_of_too_many_parts_is_refused() throws Exception {
        InboundMail huge = parse(shape("long ".repeat(400_000), "utf-8", Transfer.BASE64, Structure.PLAIN));
        assertThat(huge.text()).hasSizeLessThanOrEqualTo(MailText.LENGTH_MAX).endsWith("[…]");

        String parts = "--b\r\nContent-Type: text/plain\r\n\r\nHello\r\n".repeat(101) + "--b--\r\n";
        byte[] many = ("From: jan@example.com\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + parts)
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> parse(many)).isInstanceOf(MessagingException.class);

        StringBuilder deep = new StringBuilder("From: jan@example.com\r\n");
        IntStream.range(0, 12)
                .forEach(level -> deep.append(
                        "Content-Type: multipart/mixed; boundary=b%1$d\r\n\r\n--b%1$d\r\n".formatted(level)));
        byte[] nested = (deep + "\r\nHello\r\n").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> parse(nested)).isInstanceOf(MessagingException.class);
    }

    static Stream<Integer> seeds() {
        return IntStream.range(0, 200).boxed();
    }

    /** Two hundred mails with bytes changed, lost or doubled: each is read as well as can be, or refused as unreadable. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_damaged_mail_is_read_or_refused_and_breaks_nothing(int seed) throws Exception {
        Random random = new Random(seed);
        List<Arguments> all = shapes().toList();
        Object[] shape = all.get(random.nextInt(all.size())).get();
        byte[] damaged =
                damaged(shape((String) shape[0], (String) shape[1], (Transfer) shape[2], (Structure) shape[3]), random);

        try {
            InboundMail read = parse(damaged);
            assertThat(read.text())
                    .hasSizeLessThanOrEqualTo(MailText.LENGTH_MAX)
                    .doesNotContain("\0");
            assertThat(read.subject()).doesNotContain("\n", "\r");
            assertThat(read.key()).isEqualTo(parse(damaged).key());
            assertThat(MailPolicy.judge(read, Set.of(SHOP))).isNotNull();
        } catch (MessagingException | IOException unreadable) {
            // The inbox keeps it aside for a person.
            assertThat(unreadable).isNotNull();
        }
    }

    private static byte[] damaged(byte[] mail, Random random) {
        List<Byte> bytes = new ArrayList<>();
        for (byte one : mail) {
            bytes.add(one);
        }
        for (int wound = 0; wound < 1 + random.nextInt(20); wound++) {
            int at = random.nextInt(bytes.size());
            switch (random.nextInt(3)) {
                case 0 -> bytes.set(at, (byte) random.nextInt(256));
                case 1 ->
                    bytes.subList(at, Math.min(bytes.size() - 1, at + random.nextInt(30)))
                            .clear();
                default ->
                    bytes.addAll(at, List.copyOf(bytes.subList(at, Math.min(bytes.size(), at + random.nextInt(30)))));
            }
        }
        byte[] after = new byte[bytes.size()];
        for (int index = 0; index < after.length; index++) {
            after[index] = bytes.get(index);
        }
        return after;
    }

    private static InboundMail parse(byte[] mail) throws MessagingException, IOException {
        return MailParser.parse(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail)));
    }

    private static byte[] shape(String text, String charset, Transfer transfer, Structure structure)
            throws IOException {
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        line(mail, "From: Jan Kowalski <jan@example.com>");
        line(mail, "To: " + SHOP);
        line(mail, "Message-ID: <1@example.com>");
        line(mail, "Subject: =?utf-8?B?" + base64("Pytanie") + "?=");
        line(mail, "MIME-Version: 1.0");
        switch (structure) {
            case PLAIN -> part(mail, "text/plain", text, charset, transfer);
            case HTML_ONLY -> part(mail, "text/html", html(text), charset, transfer);
            case ALTERNATIVE -> alternative(mail, "b", text, charset, transfer);
            case WITH_A_FILE -> {
                line(mail, "Content-Type: multipart/mixed; boundary=\"b\"");
                line(mail, "");
                line(mail, "--b");
                part(mail, "text/plain", text, charset, transfer);
                line(mail, "--b");
                line(mail, "Content-Type: image/png; name=\"a.png\"");
                line(mail, "Content-Disposition: attachment; filename=\"a.png\"");
                line(mail, "Content-Transfer-Encoding: base64");
                line(mail, "");
                line(mail, "AAAA");
                line(mail, "--b--");
            }
            case NESTED -> {
                line(mail, "Content-Type: multipart/mixed; boundary=\"a\"");
                line(mail, "");
                line(mail, "--a");
                line(mail, "Content-Type: multipart/related; boundary=\"c\"");
                line(mail, "");
                line(mail, "--c");
                alternative(mail, "d", text, charset, transfer);
                line(mail, "--c--");
                line(mail, "--a--");
            }
        }
        return mail.toByteArray();
    }

    private static void alternative(
            ByteArrayOutputStream mail, String boundary, String text, String charset, Transfer transfer)
            throws IOException {
        line(mail, "Content-Type: multipart/alternative; boundary=\"" + boundary + "\"");
        line(mail, "");
        line(mail, "--" + boundary);
        part(mail, "text/plain", text, charset, transfer);
        line(mail, "--" + boundary);
        part(mail, "text/html", html(text), charset, transfer);
        line(mail, "--" + boundary + "--");
    }

    private static void part(ByteArrayOutputStream mail, String type, String text, String charset, Transfer transfer)
            throws IOException {
        line(mail, "Content-Type: " + type + "; charset=\"" + charset + "\"");
        line(mail, "Content-Transfer-Encoding: " + transfer.header);
        line(mail, "");
        mail.write(transfer.encode(text.getBytes(Charset.forName(charset))));
        mail.write(CRLF);
    }

    private static String html(String text) {
        return "<html><head><style>p {color: red}</style></head><body><!-- hidden --><p>" + text
                + "</p><script>alert(1)</script></body></html>";
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void line(ByteArrayOutputStream mail, String text) throws IOException {
        mail.write(text.getBytes(StandardCharsets.UTF_8));
        mail.write(CRLF);
    }

    /** As it lies in the files of some servers. */
    private static byte[] unixLines(byte[] mail) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (byte one : mail) {
            if (one != '\r') {
                lines.write(one);
            }
        }
        return lines.toByteArray();
    }
}
