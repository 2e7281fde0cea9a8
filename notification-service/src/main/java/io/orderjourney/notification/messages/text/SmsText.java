package io.orderjourney.notification.messages.text;

/** How much fits into a text message. */
final class SmsText {

    static final int SEGMENTS_MAX = 3;

    /** Characters of one segment of a long message: in the GSM alphabet, and when any character is outside it. */
    static final int GSM_SEGMENT = 153;

    static final int UNICODE_SEGMENT = 67;

    private static final String GSM =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
                    + "abcdefghijklmnopqrstuvwxyzäöñüà";

    private SmsText() {}

    /** The beginning, shortened if it must be, and the whole end. */
    static String fit(String beginning, String end) {
        String whole = beginning + end;
        int room = SEGMENTS_MAX * (isGsm(whole) ? GSM_SEGMENT : UNICODE_SEGMENT);
        if (whole.length() <= room) {
            return whole;
        }
        int keep = room - end.length() - 3;
        int lastSpace = beginning.lastIndexOf(' ', keep);
        int cut = lastSpace > 0 ? lastSpace : keep;
        // Half of a character is none.
        return beginning.substring(0, Character.isHighSurrogate(beginning.charAt(cut - 1)) ? cut - 1 : cut)
                + "..."
                + end;
    }

    static int segments(String text) {
        int size = isGsm(text) ? GSM_SEGMENT : UNICODE_SEGMENT;
        return (text.length() + size - 1) / size;
    }

    private static boolean isGsm(String text) {
        return text.chars().allMatch(character -> GSM.indexOf(character) >= 0);
    }
}
