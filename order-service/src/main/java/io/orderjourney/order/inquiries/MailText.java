package io.orderjourney.order.inquiries;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a person wrote in a mail: without what they quoted, without what their program added, and out of HTML. */
public final class MailText {

    /** More than anybody writes; what is longer is shortened and says so. */
    public static final int LENGTH_MAX = 10_000;

    private static final String CUT = "\n[…]";

    /** The line with which programs begin what they quote. */
    private static final Pattern QUOTE_BEGINS = Pattern.compile("(?iu)^\\s*(?:"
            + "on .{5,200} wrote:|w dniu .{5,200} (?:pisze|napisał\\p{L}*)\\s*:|.{5,200} napisał\\(?a?\\)?\\s*:"
            + "|(?:dne|v) .{5,200} (?:je )?(?:napisal\\p{L}*|piše)\\s*:|.{5,200} je (?:oseba|uporabnik)? ?.{0,100}napisal\\p{L}*\\s*:"
            + "|.{5,200} (?:пишет|написал\\p{L}*)\\s*:"
            + "|-{2,}\\s*(?:original message|wiadomość oryginalna|oryginalna wiadomość|izvirno sporočilo|исходное сообщение|forwarded message).*"
            + "|_{20,})\\s*$");

    /** The head of a mail that is quoted as a block: two such lines in a row. */
    private static final Pattern HEAD_LINE = Pattern.compile(
            "(?iu)^\\s*\\*?(?:from|sent|to|subject|od|wysłano|do|temat|poslano|za|zadeva|от|отправлено|кому|тема)\\s*:\\*?\\s.*$");

    private static final Map<String, String> ENTITIES =
            Map.of("&nbsp;", " ", "&lt;", "<", "&gt;", ">", "&quot;", "\"", "&#39;", "'", "&apos;", "'", "&amp;", "&");

    private MailText() {}

    /** The text of a person, at most {@link #LENGTH_MAX} characters. */
    public static String written(String text) {
        List<String> kept = new ArrayList<>();
        String[] lines = text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1);
        for (int index = 0; index < lines.length; index++) {
            String line = lines[index];
            boolean headBegins = HEAD_LINE.matcher(line).matches()
                    && index + 1 < lines.length
                    && HEAD_LINE.matcher(lines[index + 1]).matches();
            boolean signature = line.equals("-- ") || line.equals("--");
            // Long introductions are broken into two lines by some programs.
            boolean quoteBegins = QUOTE_BEGINS.matcher(line).matches()
                    || (index + 1 < lines.length
                            && !line.isBlank()
                            && !lines[index + 1].isBlank()
                            && line.strip().matches("(?iu)(?:on|w dniu|dne|v) .*")
                            && QUOTE_BEGINS
                                    .matcher(line.strip() + " " + lines[index + 1].strip())
                                    .matches());
            if (headBegins || signature || quoteBegins) {
                break;
            }
            if (!line.stripLeading().startsWith(">")) {
                kept.add(line.stripTrailing());
            }
        }
        String written = String.join("\n", kept).replaceAll("\n{3,}", "\n\n").strip();
        return written.length() <= LENGTH_MAX ? written : written.substring(0, LENGTH_MAX - CUT.length()) + CUT;
    }

    /** The text of a page: paragraphs as lines, no scripts, no styles, quotes left out. */
    public static String ofHtml(String html) {
        String text = html.replaceAll("(?is)<!--.*?-->", " ")
                .replaceAll("(?is)<(script|style|head|title)\\b.*?</\\1\\s*>", " ")
                .replaceAll("(?is)<blockquote\\b.*", " ")
                .replaceAll("(?is)<div[^>]+class=[\"']?gmail_quote.*", " ")
                .replaceAll("\\s+", " ")
                .replaceAll("(?i)<br\\s*/?>", "\n")
                .replaceAll("(?i)</(?:p|div|tr|li|h[1-6]|table)\\s*>", "\n")
                .replaceAll("(?s)<[^>]*>", "");
        for (Map.Entry<String, String> entity : ENTITIES.entrySet()) {
            if (!entity.getKey().equals("&amp;")) {
                text = text.replace(entity.getKey(), entity.getValue());
            }
        }
        return text.replace("&amp;", "&").replaceAll("[ \\t]*\n[ \\t]*", "\n").strip();
    }
}
