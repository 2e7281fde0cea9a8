package io.orderjourney.stack.mail;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From a MIME message to what a person sees of it. */
final class MailReading {

    private MailReading() {}

    static CaughtMail read(long id, MimeMessage message) throws MessagingException, IOException {
        String text = find(message, "text/plain");
        String subject = message.getSubject();
        String messageId = message.getMessageID();
        List<String> from = addresses(message.getFrom());
        return new CaughtMail(
                id,
                from.isEmpty() ? "" : from.get(0),
                addresses(message.getAllRecipients()),
                subject == null ? "" : subject,
                message.getSentDate() == null ? null : message.getSentDate().toInstant(),
                messageId == null ? "" : messageId,
                text == null ? "" : text,
                find(message, "text/html"));
    }

    private static List<String> addresses(Address @Nullable [] addresses) {
        return addresses == null
                ? List.of()
                : Arrays.stream(addresses)
                        .map(address -> address instanceof InternetAddress internet
                                ? internet.getAddress()
                                : address.toString())
                        .toList();
    }

    /** The first part of this type, at any depth. */
    private static @Nullable String find(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                String found = find(inner, type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
