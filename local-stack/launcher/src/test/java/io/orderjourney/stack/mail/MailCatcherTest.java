package io.orderjourney.stack.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailCatcherTest {

    @TempDir
    Path folder;

    @Test
    void a_message_reads_as_its_recipient_sees_it() throws Exception {
        try (MailCatcher mail = MailCatcher.start(0, folder)) {
            send(mail.port(), "marek@example.com", "Twój telefon będzie później", "Przepraszamy: środa, 14:00.");

            assertThat(mail.messages()).singleElement().satisfies(message -> {
                assertThat(message.id()).isEqualTo(1);
                assertThat(message.to()).containsExactly("marek@example.com");
                assertThat(message.subject()).isEqualTo("Twój telefon będzie później");
                assertThat(message.text()).contains("Przepraszamy: środa, 14:00.");
                assertThat(message.html()).contains("<p>");
                assertThat(message.messageId()).isNotBlank();
            });
        }
    }

    @Test
    void messages_can_be_asked_for_by_recipient() throws Exception {
        try (MailCatcher mail = MailCatcher.start(0, folder)) {
            send(mail.port(), "marek@example.com", "one", "1");
            send(mail.port(), "anna@example.com", "two", "2");

            assertThat(mail.messagesTo("Anna@example.com"))
                    .extracting(CaughtMail::subject)
                    .containsExactly("two");
            assertThat(mail.messagesTo(null)).hasSize(2);
        }
    }

    @Test
    void messages_to_several_recipients_are_each_listed_once_however_often_somebody_looks() throws Exception {
        List<String> sent = new ArrayList<>();
        try (MailCatcher mail = MailCatcher.start(0, folder)) {
            for (int round = 1; round <= 3; round++) {
                for (String who : List.of("zofia", "anna", "marek")) {
                    String subject = who + " " + round;
                    send(mail.port(), who + "@example.com", subject, subject);
                    sent.add(subject);
                    assertThat(mail.messages()).extracting(CaughtMail::subject).containsExactlyElementsOf(sent);
                }
            }
        }
    }

    @Test
    void messages_are_kept_for_the_next_run() throws Exception {
        try (MailCatcher mail = MailCatcher.start(0, folder)) {
            send(mail.port(), "marek@example.com", "one", "1");
        }

        try (MailCatcher mail = MailCatcher.start(0, folder)) {
            send(mail.port(), "marek@example.com", "two", "2");

            assertThat(mail.messages()).extracting(CaughtMail::subject).containsExactly("one", "two");
            assertThat(mail.messages()).extracting(CaughtMail::id).containsExactly(1L, 2L);
        }
    }

    private static void send(int port, String to, String subject, String text) throws Exception {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(port));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("shop@example.com"));
        message.setRecipients(Message.RecipientType.TO, to);
        message.setSubject(subject, "UTF-8");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setContent("<p>" + text + "</p>", "text/html; charset=UTF-8");
        MimeMultipart both = new MimeMultipart("alternative");
        for (MimeBodyPart part : List.of(plain, html)) {
            both.addBodyPart(part);
        }
        message.setContent(both);
        Transport.send(message);
    }
}
