package io.orderjourney.notification.messages.email;

import io.orderjourney.messaging.CloudEvents;
import io.orderjourney.messaging.TraceContexts;
import io.orderjourney.notification.messages.MessageChannel.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** A message as a mail: the same text as plain text and as HTML, and a Message-ID that is the same in every attempt. */
final class Mail extends MimeMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String messageId;

    /**
     * @param shopName whom the customer sees as the sender
     * @param domain stands behind the message's reference in the Message-ID
     * @throws IllegalArgumentException if the address, the title or the reference cannot stand in a header
     */
    Mail(Session session, Message message, String shopName, String from, String domain, Instant sentAt)
            throws MessagingException {
        super(session);
        this.messageId = "<" + HeaderText.line(message.reference()) + "@" + domain + ">";
        setFrom(sender(shopName, from));
        setRecipient(RecipientType.TO, address(message.to()));
        setSubject(HeaderText.line(message.title()), UTF_8);
        setHeader("Auto-Submitted", "auto-generated");
        String trace = TraceContexts.current();
        if (trace != null) {
            // Who looks for a mail finds the request or the event that led to it.
            setHeader(CloudEvents.TRACEPARENT, trace);
        }
        setSentDate(Date.from(sentAt));
        setContent(new MimeMultipart("alternative", part("plain", message.text()), part("html", message.html())));
        saveChanges();
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    private static InternetAddress sender(String name, String plain) throws MessagingException {
        InternetAddress sender = address(plain);
        try {
            sender.setPersonal(name, UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new MessagingException("This JVM lacks UTF-8", impossible);
        }
        return sender;
    }

    private static InternetAddress address(String plain) {
        // Not parsed: the rule of what an address is stands in one place.
        InternetAddress address = new InternetAddress();
        address.setAddress(HeaderText.address(plain));
        return address;
    }

    private static MimeBodyPart part(String subtype, String text) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        // Passes every server, and keeps lines short.
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }
}
