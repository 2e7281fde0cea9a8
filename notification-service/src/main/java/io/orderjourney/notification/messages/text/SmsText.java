package io.orderjourney.notification.messages.text;

import java.text.Normalizer;
import java.util.List;

/** How much fits into a text message. */
final class SmsText {

    static final int SEGMENTS_MAX = 5;

    /** Characters of one segment of a long message: in the GSM alphabet, and when any character is outside it. */
    static final int GSM_SEGMENT = 153;

    static final int UNICODE_SEGMENT = 67;

    private static final String CUT = " ...";

    private static final String GSM =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
                    + "abcdefghijklmnopqrstuvwxyzäöñüà";

    private SmsText() {}

    /**
     * The sentences and the whole end, without accents where that is enough for the GSM alphabet: as people type on a phone, always in
     * the same spelling, and with more than twice the room. What is too long loses its last sentences as a whole, because half a date
     * is worse than none; only a single sentence that is still too long is cut between words.
     */
    static String fit(List<String> sentences, String end) {
        String plain = withoutAccents(String.join(" ", sentences) + end);
        if (isGsm(plain)) {
            return fits(plain)
                    ? plain
                    : shortened(sentences.stream().map(SmsText::withoutAccents).toList(), withoutAccents(end));
        }
        String whole = String.join(" ", sentences) + end;
        return fits(whole) ? whole : shortened(sentences, end);
    }

    private static String shortened(List<String> sentences, String end) {
        for (int kept = sentences.size() - 1; kept > 0; kept--) {
            String text = String.join(" ", sentences.subList(0, kept)) + CUT + end;
            if (fits(text)) {
                return text;
            }
        }
        String first = sentences.get(0);
        int keep = room(first + end) - end.length() - CUT.length();
        int lastSpace = first.lastIndexOf(' ', keep);
        int cut = lastSpace > 0 ? lastSpace : keep;
        // Half of a character is none.
        return first.substring(0, Character.isHighSurrogate(first.charAt(cut - 1)) ? cut - 1 : cut) + CUT + end;
    }

    private static boolean fits(String text) {
        return text.length() <= room(text);
    }

    private static int room(String text) {
        return SEGMENTS_MAX * (isGsm(text) ? GSM_SEGMENT : UNICODE_SEGMENT);
    }

    private static String withoutAccents(String text) {
        String plain = text.replace('ł', 'l').replace('Ł', 'L').replace('–', '-');
        return Normalizer.normalize(plain, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    static int segments(String text) {
        int size = isGsm(text) ? GSM_SEGMENT : UNICODE_SEGMENT;
        return (text.length() + size - 1) / size;
    }

    private static boolean isGsm(String text) {
        return text.chars().allMatch(character -> GSM.indexOf(character) >= 0);
    }
}
