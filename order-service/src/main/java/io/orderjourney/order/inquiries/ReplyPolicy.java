package io.orderjourney.order.inquiries;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A reply answers. A customer who asked a person is not sent to a machine: a reply that is a link and the words around it is
 * refused, whatever the link leads to.
 */
public final class ReplyPolicy {

    /** So few letters beside a link answer nothing. */
    static final int LETTERS_BESIDE_A_LINK_MIN = 80;

    /** Hello. */
    static final int LETTERS_MIN = 2;

    private static final Pattern LINK = Pattern.compile(
            "(?i)\\b(?:https?://|www\\.)\\S+|\\b[\\w-]+(?:\\.[\\w-]+)*\\.(?:pl|si|ru|com|eu|net|org|shop)(?:/\\S*)?\\b");

    /** What sends a customer away in one sentence, with or without a link. */
    private static final Pattern SENT_AWAY = Pattern.compile("(?iu)"
            + "see (?:the|our) (?:web ?site|site|page|faq)|it is (?:all )?on (?:the|our) (?:web ?site|site|page)"
            + "|check (?:the|our) (?:web ?site|site|page|faq)"
            + "|(?:jest|są|znajduje się|znajdują się|znajdzie \\p{L}+) na (?:naszej )?stronie"
            + "|prosz(?:ę|imy) (?:zajrzeć|sprawdzić) na (?:naszej )?stron(?:ę|ie)"
            + "|(?:je|so|najdete|piše) na (?:naši )?(?:spletni )?strani"
            + "|poglejte (?:na )?(?:našo )?(?:spletno )?stran"
            + "|(?:есть|указан[аоы]?|написано|смотрите|найд[её]те) на (?:нашем )?сайте");

    private static final Map<String, Pattern> APOLOGY = Map.of(
            "en", apology("sorry|apolog\\p{L}+"),
            "pl", apology("przeprasza\\p{L}+|przykro|przeprosin\\p{L}*"),
            "sl", apology("opraviču\\p{L}+|opravičil\\p{L}*|oprostite|žal"),
            "ru", apology("извин\\p{L}+|прост(?:ите|и)|сожал\\p{L}+|жаль"));

    private ReplyPolicy() {}

    /**
     * @throws NotAnAnswer if it says nothing
     * @throws SendsAway if it is only a link, or only says where to read
     */
    public static void require(String text) {
        String words = LINK.matcher(text).replaceAll(" ");
        long letters = letters(words);
        boolean hasLink = words.length() != text.length();
        if (!hasLink && letters < LETTERS_MIN) {
            throw new NotAnAnswer();
        }
        boolean sendsAway = SENT_AWAY.matcher(text.toLowerCase(Locale.ROOT)).find();
        if ((hasLink || sendsAway) && letters < LETTERS_BESIDE_A_LINK_MIN) {
            throw new SendsAway();
        }
    }

    /**
     * A customer who was let down is told that the shop is sorry, also for a fault of others; in a language that is not known here nobody checks.
     *
     * @param language BCP 47
     * @throws ApologyMissing if no word of the text says so
     */
    public static void requireApology(String text, String language) {
        Pattern apology = APOLOGY.get(Locale.forLanguageTag(language).getLanguage());
        if (apology != null && !apology.matcher(text).find()) {
            throw new ApologyMissing();
        }
    }

    private static Pattern apology(String words) {
        return Pattern.compile("(?iu)(?<!\\p{L})(?:" + words + ")(?!\\p{L})");
    }

    private static long letters(String text) {
        return text.codePoints().filter(Character::isLetter).count();
    }

    /** Of the text nothing is left that a customer could read. */
    public static final class NotAnAnswer extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotAnAnswer() {
            super("The reply says nothing");
        }
    }

    /** A complaint is answered without an apology. */
    public static final class ApologyMissing extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ApologyMissing() {
            super("A complaint is answered with an apology, also for what somebody else did");
        }
    }

    /** The reply sends the customer to a page instead of answering. */
    public static final class SendsAway extends RuntimeException {

        private static final long serialVersionUID = 1L;

        SendsAway() {
            super("The customer asked a person: write the answer itself, and the link beside it if it helps");
        }
    }
}
