package io.orderjourney.stack.mail;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import java.util.Properties;

/** Messages as the shop writes them: a text and an HTML part. */
public final class TestMail {

    private TestMail() {}

    /** Sends one and returns when the server has taken it. */
    public static void send(int port, String to, String subject, String text) throws Exception {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(port));
        Transport.send(message(Session.getInstance(properties), to, subject, text));
    }

    static MimeMessage message(String to, String subject, String text) throws Exception {
        return message(Session.getInstance(new Properties()), to, subject, text);
    }

    private static MimeMessage message(Session session, String to, String subject, String text) throws Exception {
        MimeMessage message = new MimeMessage(session);
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
        message.saveChanges();
        return message;
    }
}
