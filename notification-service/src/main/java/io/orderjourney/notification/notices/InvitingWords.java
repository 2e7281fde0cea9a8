package io.orderjourney.notification.notices;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words in a text of staff that send the customer on their way: that the goods are ready, or that they can come. Only an order
 * whose gates are all open may be told so, whoever writes it and wherever.
 */
public final class InvitingWords {

    private static final Pattern SENTENCE = Pattern.compile("[^.!?;\n]+");

    /** What invites, and what in the same sentence says that it does not do so yet. */
    private record Words(Pattern inviting, Pattern notYet) {}

    private static final Words ENGLISH = new Words(
            words(
                    "(?:is|are) ready|ready (?:for|to) (?:pick ?up|collection|collect)|you (?:can|may) (?:now )?(?:come|collect|pick)"
                            + "|(?:please |just |do )come|come (?:by|over|in|to us|and (?:get|collect)|today|tomorrow|now)"),
            words("not|\\p{L}+n['’]t|cannot|never|until|when|once|as soon as|before|if"));

    private static final Map<String, Words> WORDS = Map.of(
            "en",
            ENGLISH,
            "pl",
            new Words(
                    words(
                            "(?:jest|są) (?:już )?gotow\\p{L}*|gotow\\p{L}* do odbioru|można (?:już )?(?:przyjść|przyjechać|odebrać)"
                                    + "|(?:może pan|może pani|mogą państwo) (?:już )?(?:przyjść|przyjechać|odebrać)"
                                    + "|proszę (?:przyjść|przyjechać|odebrać)|zapraszamy (?:po|do|dziś|dzisiaj|jutro)"),
                    words("nie|gdy|kiedy|jak tylko|dopiero|zanim|dopóki|jeśli|jeżeli")),
            "sl",
            new Words(
                    words(
                            "(?:je|so) (?:že )?pripravljen\\p{L}*|(?:že )?lahko (?:že )?(?:pridete|prevzamete)|pridite|prevzemite"),
                    words("ni|niso|ne|ko|kadar|preden|dokler|če")),
            "ru",
            new Words(
                    words("готов(?:а|о|ы)?(?: к выдаче)?|(?:можете|можно) (?:уже )?(?:прийти|приехать|забрать|получить)"
                            + "|приходите|приезжайте|жд[её]м вас"),
                    words("не|когда|как только|пока|прежде|если")));

    private InvitingWords() {}

    /**
     * The first words that invite the customer; a sentence that says "not yet" or "when" invites no one.
     *
     * @param language BCP 47; one that is not known here is read as English
     */
    public static Optional<String> in(String text, String language) {
        Words words = WORDS.getOrDefault(Locale.forLanguageTag(language).getLanguage(), ENGLISH);
        Matcher sentences = SENTENCE.matcher(text);
        while (sentences.find()) {
            String sentence = sentences.group();
            Matcher inviting = words.inviting().matcher(sentence);
            if (inviting.find() && !words.notYet().matcher(sentence).find()) {
                return Optional.of(inviting.group());
            }
        }
        return Optional.empty();
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("(?iu)(?<!\\p{L})(?:" + alternatives + ")(?!\\p{L})", Pattern.UNICODE_CHARACTER_CLASS);
    }
}
