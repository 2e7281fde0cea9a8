package io.orderjourney.order.inquiries;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** In which of the shop's languages a stranger wrote: by their letters, then by the small words that nobody avoids. */
public final class LanguageGuess {

    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");
    private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}");

    /** Letters and words that the other languages do not have. */
    private static final Map<String, Pattern> SIGNS = Map.of(
            "pl",
                    words(
                            "[ąęłńśźż]|\\b(?:nie|jest|czy|kiedy|się|dzień|proszę|dla|gdzie|mam|państwo|dziękuję|zamówieni[ea])\\b"),
            "sl",
                    words(
                            "\\b(?:je|ali|kdaj|sem|pozdravljeni|prosim|za|kje|imam|hvala|naročil[oa]|bo|lep|pozdrav|še|ni)\\b"),
            "en", words("\\b(?:the|is|when|my|please|order|have|you|where|hello|thank|thanks|for|and|it|not)\\b"));

    private static final List<String> ORDER = List.of("en", "pl", "sl");

    private LanguageGuess() {}

    /** @param otherwise for a text that says too little */
    public static String of(String text, String otherwise) {
        long cyrillic = CYRILLIC.matcher(text).results().count();
        if (cyrillic > LATIN.matcher(text).results().count()) {
            return "ru";
        }
        String small = text.toLowerCase(Locale.ROOT);
        return ORDER.stream()
                .filter(language -> count(language, small) > 0)
                .max(Comparator.comparingLong(language -> count(language, small)))
                .orElse(otherwise);
    }

    private static long count(String language, String text) {
        Pattern signs = SIGNS.get(language);
        return signs == null ? 0 : signs.matcher(text).results().count();
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile(alternatives, Pattern.UNICODE_CHARACTER_CLASS);
    }
}
