package io.orderjourney.order.inquiries.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.orderjourney.order.inquiries.InboundMail;
import io.orderjourney.order.inquiries.MailPolicy;
import io.orderjourney.order.inquiries.MailPolicy.Verdict;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A real IMAP server, and mails as programs of all ages write them. */
class ImapInboxTest {

    private static final String ADDRESS = "shop@order-journey.example";
    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));

    private final List<InboundMail> taken = new ArrayList<>();
    private final List<Verdict> aside = new ArrayList<>();
    private boolean databaseIsDown;
    private GreenMailUser mailbox;

    private final ImapInbox.Taker taker = new ImapInbox.Taker() {
        @Override
        public Verdict take(InboundMail mail) {
            if (databaseIsDown) {
                throw new IllegalStateException("The database is down");
            }
            taken.add(mail);
            return MailPolicy.judge(mail, Set.of(ADDRESS));
        }

        @Override
        public void keepAside(UUID key, String messageId, Verdict why) {
            aside.add(why);
        }
    };

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @BeforeEach
    void openMailbox() {
        mailbox = SERVER.setUser(ADDRESS, "shop", "secret");
    }

    @AfterEach
    void emptyMailbox() {
        SERVER.getUserManager().deleteUser(mailbox);
    }

    private ImapInbox inbox() {
        return new ImapInbox(
                new ImapInbox.Server("127.0.0.1", SERVER.getImap().getPort(), false, "shop", "secret"), taker);
    }

    private void arrives(String mail, Charset charset) throws MessagingException {
        byte[] bytes = mail.replace("\n", "\r\n").getBytes(charset);
        mailbox.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
    }

    private void arrives(String mail) throws MessagingException {
        arrives(mail, StandardCharsets.UTF_8);
    }

    private int inFolder(String name) throws MessagingException {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", SERVER.getImap().getPort(), "shop", "secret");
            Folder folder = store.getFolder(name);
            folder.open(Folder.READ_ONLY);
            return folder.getMessageCount();
        }
    }

    private static String plain(String headers, String body) {
        return "From: Jan Kowalski <jan@example.com>\nTo: " + ADDRESS + "\nMessage-ID: <1@example.com>\n" + headers
                + "\n\n" + body;
    }

    private static String quotedPrintable(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(
                    one > 32 && one < 127 && one != '=' ? String.valueOf((char) one) : "=%02X".formatted(one & 0xff));
        }
        return encoded.toString();
    }

    static Stream<Arguments> shapes() {
        String asked = "Gdzie jest mój telefon?";
        String base64 = Base64.getEncoder().encodeToString(asked.getBytes(StandardCharsets.UTF_8));
        String html = "<html><body><p>Gdzie jest <b>mój</b> telefon?</p></body></html>";
        String utf8 = "Content-Type: text/plain; charset=utf-8\n";
        return Stream.of(
                Arguments.of("8 bit UTF-8", plain(utf8 + "Content-Transfer-Encoding: 8bit", asked), "UTF-8"),
                Arguments.of(
                        "quoted-printable",
                        plain(utf8 + "Content-Transfer-Encoding: quoted-printable", quotedPrintable(asked)),
                        "UTF-8"),
                Arguments.of("base64", plain(utf8 + "Content-Transfer-Encoding: base64", base64), "UTF-8"),
                Arguments.of(
                        "ISO-8859-2",
                        plain("Content-Type: text/plain; charset=iso-8859-2\nContent-Transfer-Encoding: 8bit", asked),
                        "ISO-8859-2"),
                Arguments.of(
                        "windows-1250",
                        plain(
                                "Content-Type: text/plain; charset=\"windows-1250\"\nContent-Transfer-Encoding: 8bit",
                                asked),
                        "windows-1250"),
                Arguments.of(
                        "no charset named, UTF-8",
                        plain("Content-Type: text/plain\nContent-Transfer-Encoding: 8bit", asked),
                        "UTF-8"),
                Arguments.of(
                        "no charset named, windows-1250",
                        plain("Content-Transfer-Encoding: 8bit", asked),
                        "windows-1250"),
                Arguments.of(
                        "a charset that does not exist",
                        plain("Content-Type: text/plain; charset=x-unknown\nContent-Transfer-Encoding: 8bit", asked),
                        "UTF-8"),
                Arguments.of(
                        "a transfer encoding that does not exist",
                        plain(utf8 + "Content-Transfer-Encoding: x-strange", asked),
                        "UTF-8"),
                Arguments.of("no content type at all", plain("Date: Mon, 12 Jan 2026 10:00:00 +0100", asked), "UTF-8"),
                Arguments.of(
                        "HTML only",
                        plain("Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit", html),
                        "UTF-8"),
                Arguments.of(
                        "plain and HTML",
                        plain(
                                "Content-Type: multipart/alternative; boundary=b",
                                "--b\n" + utf8 + "\n" + asked + "\n--b\nContent-Type: text/html; charset=utf-8\n\n"
                                        + html + "\n--b--\n"),
                        "UTF-8"),
                Arguments.of(
                        "HTML before plain",
                        plain(
                                "Content-Type: multipart/alternative; boundary=b",
                                "--b\nContent-Type: text/html; charset=utf-8\n\n" + html + "\n--b\n" + utf8 + "\n"
                                        + asked + "\n--b--\n"),
                        "UTF-8"),
                Arguments.of(
                        "an empty plain part beside HTML",
                        plain(
                                "Content-Type: multipart/alternative; boundary=b",
                                "--b\n" + utf8 + "\n \n--b\nContent-Type: text/html; charset=utf-8\n\n" + html
                                        + "\n--b--\n"),
                        "UTF-8"),
                Arguments.of(
                        "with a picture",
                        plain(
                                "Content-Type: multipart/mixed; boundary=b",
                                "--b\n" + utf8 + "\n" + asked
                                        + "\n--b\nContent-Type: image/png; name=a.png\nContent-Disposition: attachment; filename=a.png\nContent-Transfer-Encoding: base64\n\nAAAA\n--b--\n"),
                        "UTF-8"),
                Arguments.of(
                        "nested",
                        plain(
                                "Content-Type: multipart/mixed; boundary=a",
                                "--a\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: multipart/alternative; boundary=c\n\n--c\n"
                                        + utf8 + "\n" + asked + "\n--c--\n--b--\n--a--\n"),
                        "UTF-8"),
                Arguments.of(
                        "a boundary that is never closed",
                        plain("Content-Type: multipart/mixed; boundary=b", "--b\n" + utf8 + "\n" + asked + "\n"),
                        "UTF-8"),
                Arguments.of(
                        "a quoted dialogue",
                        plain(
                                utf8 + "Content-Transfer-Encoding: 8bit",
                                asked + "\n\nOn Mon, 12 Jan 2026, Shop wrote:\n> Thank you\n"),
                        "UTF-8"),
                Arguments.of(
                        "a signature",
                        plain(utf8 + "Content-Transfer-Encoding: 8bit", asked + "\n-- \nJan Kowalski\n"),
                        "UTF-8"),
                Arguments.of(
                        "an encoded name",
                        "From: =?utf-8?B?SmFuIEtvd2Fsc2tp?= <jan@example.com>\n" + utf8 + "\n" + asked,
                        "UTF-8"),
                Arguments.of("no Message-ID", "From: jan@example.com\n" + utf8 + "\n" + asked, "UTF-8"),
                Arguments.of(
                        "Reply-To another address",
                        "From: form@example.com\nReply-To: jan@example.com\n" + utf8 + "\n" + asked,
                        "UTF-8"),
                Arguments.of(
                        "folded headers",
                        "From: jan@example.com\nSubject: =?utf-8?Q?Pyt?=\n =?utf-8?Q?anie?=\n" + utf8 + "\n" + asked,
                        "UTF-8"),
                Arguments.of(
                        "headers in capitals",
                        "FROM: jan@example.com\nSUBJECT: hi\nCONTENT-TYPE: TEXT/PLAIN; CHARSET=UTF-8\n\n" + asked,
                        "UTF-8"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void a_mail_is_read_whatever_wrote_it(String name, String mail, String charset) throws MessagingException {
        arrives(mail, Charset.forName(charset));

        assertThat(inbox().round()).isEqualTo(1);

        assertThat(taken).singleElement().satisfies(read -> {
            assertThat(read.text()).isEqualTo("Gdzie jest mój telefon?");
            assertThat(read.from()).isEqualTo("jan@example.com");
        });
        assertThat(inFolder("INBOX")).isZero();
        assertThat(inFolder("Taken")).isEqualTo(1);
    }

    @Test
    void a_subject_is_decoded_and_files_are_counted() throws MessagingException {
        arrives(plain(
                "Subject: =?iso-8859-2?Q?Zam=F3wienie_A-100042?=\nContent-Type: multipart/mixed; boundary=b",
                "--b\nContent-Type: text/plain\n\nZdjęcie\n--b\nContent-Type: image/png; name=a.png\n\nAAAA\n--b--\n"));

        inbox().round();

        assertThat(taken).singleElement().satisfies(read -> {
            assertThat(read.subject()).isEqualTo("Zamówienie A-100042");
            assertThat(read.orderNumber()).contains("A-100042");
            assertThat(read.attachments()).isEqualTo(1);
        });
    }

    @Test
    void what_a_person_has_to_look_at_goes_to_a_folder_of_its_own() throws MessagingException {
        arrives("Subject: no sender\n\nhi");
        arrives(plain("List-Id: <news>", "sale"));
        StringBuilder deep = new StringBuilder();
        for (int depth = 0; depth < 30; depth++) {
            deep.append("--b")
                    .append(depth)
                    .append("\nContent-Type: multipart/mixed; boundary=b")
                    .append(depth + 1)
                    .append("\n\n");
        }
        arrives(plain("Content-Type: multipart/mixed; boundary=b0", deep.toString()));
        arrives(plain("Auto-Submitted: auto-replied", "I am away"));

        assertThat(inbox().round()).isEqualTo(4);

        assertThat(aside).containsExactly(Verdict.UNREADABLE);
        assertThat(inFolder("Aside")).isEqualTo(3);
        assertThat(inFolder("Taken")).isEqualTo(1);
        assertThat(inFolder("INBOX")).isZero();
    }

    @Test
    void a_mail_that_could_not_be_taken_stays_and_is_shown_again() throws MessagingException {
        arrives(plain("Subject: first", "Gdzie?"));
        databaseIsDown = true;
        assertThatThrownBy(() -> inbox().round()).isInstanceOf(IllegalStateException.class);
        assertThat(inFolder("INBOX")).isEqualTo(1);

        databaseIsDown = false;
        assertThat(inbox().round()).isEqualTo(1);

        assertThat(taken).hasSize(1);
        assertThat(inFolder("INBOX")).isZero();
        assertThat(inbox().round()).isZero();
    }

    @Test
    void a_server_that_is_not_there_is_said_so() {
        ImapInbox nowhere = new ImapInbox(new ImapInbox.Server("127.0.0.1", 1, false, "shop", "secret"), taker);

        assertThatThrownBy(nowhere::round).isInstanceOf(MessagingException.class);
    }
}
