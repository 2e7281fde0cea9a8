package io.orderjourney.notification.notices;

/** What staff write to a customer, as it is sent: one kind of line end, no other control characters. */
public final class StaffText {

    /** In a text message: beside the order's number, the link and the phone, within five segments. */
    static final int SMS_LENGTH_MAX = 600;
    /** The same where a character outside the GSM alphabet makes every segment shorter. */
    static final int SMS_LENGTH_MAX_OF_OTHER_SCRIPTS = 170;

    /** After the last accented letter of our languages. */
    private static final int LATIN_END = 0x0180;

    private static final String NOT_IN_GSM = "[]{}\\~^|`";

    private StaffText() {}

    /** The text with line feeds only, spaces for tabs, and without what no channel carries. */
    public static String normalized(String text) {
        return text.replaceAll("\\R", "\n")
                .replace('\t', ' ')
                .replaceAll("[\\p{Cntrl}&&[^\n]]", "")
                .strip();
    }

    /** How long a text may be that has to fit into a text message with nothing left out. */
    public static int smsLengthMax(String text) {
        // Accents are left out of text messages; letters of other scripts are not.
        boolean latin = text.codePoints()
                .allMatch(character -> character < LATIN_END && NOT_IN_GSM.indexOf(character) < 0 || character == '–');
        return latin ? SMS_LENGTH_MAX : SMS_LENGTH_MAX_OF_OTHER_SCRIPTS;
    }
}
