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
        Spelling spelling = Spelling.of(sentences, end);
        int whole = spelling.whole();
        if (whole == sentences.size()) {
            return spelling.text(whole);
        }
        return whole > 0 ? spelling.text(whole) : spelling.cut();
    }

    /** How many of the sentences it tells as a whole; what it does not tell, the customer was not told. */
    static int whole(List<String> sentences, String end) {
        return Spelling.of(sentences, end).whole();
    }

    /** The sentences and the end as they are spelled in a text message. */
    private record Spelling(List<String> sentences, String end) {

        static Spelling of(List<String> sentences, String end) {
            boolean gsm = isGsm(withoutAccents(String.join(" ", sentences) + end));
            return gsm
                    ? new Spelling(
                            sentences.stream().map(SmsText::withoutAccents).toList(), withoutAccents(end))
                    : new Spelling(sentences, end);
        }

        String text(int count) {
            String cut = count < sentences.size() ? CUT : "";
            return String.join(" ", sentences.subList(0, count)) + cut + end;
        }

        int whole() {
            int count = sentences.size();
            while (count > 0 && !fits(text(count))) {
                count--;
            }
            return count;
        }

        /** The beginning of the first sentence, cut between words. */
        String cut() {
            String first = sentences.get(0);
            int keep = room(first + end) - end.length() - CUT.length();
            int lastSpace = first.lastIndexOf(' ', keep);
            int at = lastSpace > 0 ? lastSpace : keep;
            // Half of a character is none.
            return first.substring(0, Character.isHighSurrogate(first.charAt(at - 1)) ? at - 1 : at) + CUT + end;
        }
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
