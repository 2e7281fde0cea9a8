package io.orderjourney.order.inquiries;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mail that came in, as far as the shop reads it.
 *
 * @param messageId as its sender gave it; a digest of the mail if it has none
 * @param from the address of its sender; null if there is none that can be answered
 * @param fromName what the sender calls themselves; empty if nothing
 * @param subject on one line; empty if there is none
 * @param headers the first value of each, by its name in small letters
 * @param text what was written, without what was quoted; empty if nothing was
 * @param attachments how many files came with it; they stay in the mailbox
 */
public record InboundMail(
        String messageId,
        @Nullable String from,
        String fromName,
        String subject,
        Map<String, String> headers,
        String text,
        int attachments) {

    /** Our own mails are {@code <message.channel@our domain>}. */
    private static final Pattern OWN_MESSAGE =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.(?:email|sms)@");

    private static final Pattern INQUIRY_NUMBER = Pattern.compile("(?<![\\w-])Q-\\d{1,12}(?:\\.\\d{1,4})?(?![\\w-])");

    private static final Pattern ORDER_NUMBER = Pattern.compile("(?<![\\w-])[A-Z]{1,4}-\\d{3,18}(?![\\w-])");

    public InboundMail {
        headers = Map.copyOf(headers);
    }

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** The same for the same mail, however often the server shows it; two mails with one id of a careless program differ. */
    public UUID key() {
        String whole = String.join("\n", messageId, String.valueOf(from), header("date"), subject, text);
        return UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8));
    }

    /** The messages of the shop that it answers, the one it answers first. */
    public List<UUID> answeredMessages() {
        Matcher own = OWN_MESSAGE.matcher(
                (header("in-reply-to") + " " + reversed(header("references"))).toLowerCase(Locale.ROOT));
        return own.results()
                .map(found -> UUID.fromString(found.group(1)))
                .distinct()
                .toList();
    }

    /** The inquiry that it names in its subject. */
    public Optional<String> inquiryNumber() {
        return first(INQUIRY_NUMBER, subject);
    }

    /** The order that it names, in its subject or else in its text. */
    public Optional<String> orderNumber() {
        return Stream.of(subject, text)
                .flatMap(where -> ORDER_NUMBER.matcher(where).results())
                .map(found -> found.group())
                .filter(number -> !number.startsWith("Q-"))
                .findFirst();
    }

    private static Optional<String> first(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group()).findFirst();
    }

    /** The last reference is the closest. */
    private static String reversed(String references) {
        String[] ids = references.strip().split("\\s+");
        StringBuilder closestFirst = new StringBuilder();
        for (int index = ids.length - 1; index >= 0; index--) {
            closestFirst.append(ids[index]).append(' ');
        }
        return closestFirst.toString();
    }
}
