package io.orderjourney.order.inquiries.email;

import io.orderjourney.order.inquiries.InboundMail;
import io.orderjourney.order.inquiries.MailText;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a mail as programs of all ages write it. What it cannot read it reads as well as it can; nothing of it is run. */
final class MailParser {

    private static final int PARTS_MAX = 100;
    private static final int DEPTH_MAX = 10;
    private static final int TEXT_BYTES_MAX = 1_000_000;
    private static final int HEADER_LENGTH_MAX = 4_000;
    private static final int NAME_LENGTH_MAX = 200;

    private @Nullable String plain;
    private @Nullable String html;
    private int attachments;
    private int parts;

    private MailParser() {}

    /**
     * @throws MessagingException if its parts cannot be told from each other
     * @throws IOException if the server does not hand them over
     */
    static InboundMail parse(Message mail) throws MessagingException, IOException {
        MailParser parser = new MailParser();
        parser.read(mail, 0);
        Map<String, String> headers = headers(mail);
        InternetAddress from = sender(mail);
        String plain = parser.plain;
        String html = parser.html;
        String text = plain != null && !plain.isBlank() ? plain : html == null ? "" : MailText.ofHtml(html);
        return new InboundMail(
                messageId(headers, mail),
                from == null ? null : from.getAddress(),
                oneLine(from == null || from.getPersonal() == null ? "" : inUtf8(from.getPersonal()), NAME_LENGTH_MAX),
                oneLine(decoded(headers.getOrDefault("subject", "")), HEADER_LENGTH_MAX),
                headers,
                MailText.written(text.replace("\0", "")),
                parser.attachments);
    }

    private void read(Part part, int depth) throws MessagingException, IOException {
        if (++parts > PARTS_MAX || depth > DEPTH_MAX) {
            throw new MessagingException("A mail of too many parts");
        }
        boolean file = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || part.getFileName() != null;
        if (file && depth > 0) {
            attachments++;
        } else if (part.isMimeType("multipart/*")) {
            if (part.getContent() instanceof Multipart multipart) {
                for (int index = 0; index < multipart.getCount(); index++) {
                    BodyPart inner = multipart.getBodyPart(index);
                    read(inner, depth + 1);
                }
            }
        } else if (part.isMimeType("text/html")) {
            html = html == null ? text(part) : html;
        } else if (part.isMimeType("text/*")) {
            plain = plain == null ? text(part) : plain;
        } else {
            attachments++;
        }
    }

    /** The text in its own charset; in UTF-8 or, where that fails, Latin-1 if it names none that exists. */
    private static String text(Part part) throws MessagingException, IOException {
        byte[] bytes;
        try (InputStream in = part.getInputStream()) {
            bytes = in.readNBytes(TEXT_BYTES_MAX);
        } catch (IOException badEncoding) {
            // A transfer encoding that is none: the letters as they came.
            bytes = raw(part);
        }
        return new String(bytes, charset(part, bytes));
    }

    private static byte[] raw(Part part) throws MessagingException, IOException {
        if (part instanceof MimeBodyPart body) {
            return body.getRawInputStream().readNBytes(TEXT_BYTES_MAX);
        }
        if (part instanceof MimeMessage message) {
            return message.getRawInputStream().readNBytes(TEXT_BYTES_MAX);
        }
        return new byte[0];
    }

    private static Charset charset(Part part, byte[] bytes) throws MessagingException {
        String type = Objects.requireNonNullElse(part.getContentType(), "");
        String named = type.replaceAll("(?is).*charset\\s*=\\s*\"?([^\";\\s]+).*", "$1");
        if (!named.equals(type)) {
            try {
                return Charset.forName(MimeUtility.javaCharset(named));
            } catch (IllegalArgumentException unknown) {
                // Read below as if none was named.
            }
        }
        boolean utf8 = new String(bytes, StandardCharsets.UTF_8).indexOf('\uFFFD') < 0;
        return utf8 ? StandardCharsets.UTF_8 : Charset.forName("windows-1250");
    }

    private static Map<String, String> headers(Message mail) throws MessagingException {
        Map<String, String> headers = new HashMap<>();
        for (Header header : Collections.list(mail.getAllHeaders())) {
            String value = inUtf8(Objects.requireNonNullElse(header.getValue(), ""))
                    .replaceAll("\\s+", " ")
                    .strip();
            headers.putIfAbsent(
                    header.getName().toLowerCase(Locale.ROOT),
                    value.length() > HEADER_LENGTH_MAX ? value.substring(0, HEADER_LENGTH_MAX) : value);
        }
        return headers;
    }

    /** Where an answer goes: Reply-To before From; null if neither is an address. */
    private static @Nullable InternetAddress sender(Message mail) {
        for (boolean replyTo : new boolean[] {true, false}) {
            try {
                Address[] addresses = replyTo ? mail.getReplyTo() : mail.getFrom();
                if (addresses != null
                        && addresses.length > 0
                        && addresses[0] instanceof InternetAddress address
                        && address.getAddress() != null
                        && address.getAddress().matches("[^\\s@<>]{1,64}@[^\\s@<>]{1,189}")) {
                    return address;
                }
            } catch (MessagingException noAddress) {
                // The other header may have one.
            }
        }
        return null;
    }

    private static String messageId(Map<String, String> headers, Message mail) throws MessagingException {
        String id = headers.getOrDefault("message-id", "");
        if (!id.isBlank()) {
            return id;
        }
        String whole = headers + " " + mail.getSize();
        return "<" + UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8)) + "@without-id>";
    }

    private static String decoded(String header) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(header));
        } catch (IOException | RuntimeException notEncoded) {
            return header;
        }
    }

    /** A header that careless programs wrote in plain UTF-8 comes as one letter for each byte. */
    private static String inUtf8(String header) {
        boolean bytes = header.chars().allMatch(letter -> letter <= 0xff)
                && header.chars().anyMatch(letter -> letter > 0x7f);
        if (!bytes) {
            return header;
        }
        String utf8 = new String(header.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return utf8.indexOf('\uFFFD') < 0 ? utf8 : header;
    }

    private static String oneLine(String text, int lengthMax) {
        String line =
                text.replaceAll("[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029]+", " ").strip();
        return line.length() > lengthMax ? line.substring(0, lengthMax) : line;
    }
}
