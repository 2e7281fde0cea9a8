package io.orderjourney.order.inquiries;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a text before a customer does: words that blame somebody, and dry ones that close the door. It warns and decides
 * nothing; the causes of a fault belong into reason codes, which customers do not read.
 */
public final class ToneCheck {

    /** What is wrong with words. */
    public enum Fault {
        /** They point at a culprit: the courier, the supplier, a colleague or the customer. */
        BLAME,
        /** They end the talk, or say no without a way on. */
        DRY,
        /** The shop cannot say that it does not know when. */
        NO_DATE
    }

    /**
     * Words to think about again.
     *
     * @param words as they stand in the text
     * @param at where they begin
     */
    public record Finding(Fault fault, String words, int at) {}

    private static final Map<String, Map<Fault, Pattern>> RULES = Map.of(
            "en",
            Map.of(
                    Fault.BLAME,
                    words(
                            "(?:the )?(?:courier|supplier|bank|warehouse|carrier|colleague)(?:'s|’s)? (?:fault|mistake|error|is to blame)"
                                    + "|(?:it is|it's|it’s) (?:your|not our) (?:fault|mistake|problem)"
                                    + "|not our (?:fault|problem|responsibility)|you (?:should have|failed to|forgot to|did not read)"
                                    + "|blame"),
                    Fault.DRY,
                    words("as (?:already|previously) (?:stated|mentioned|said)|per our (?:policy|terms)|obviously"
                            + "|that is all we can|nothing we can do|we do not (?:deal with|handle) (?:this|that)"
                            + "|not our department"),
                    Fault.NO_DATE,
                    words(
                            "(?:i|we) (?:do not|don't|don’t) know when|(?:in )?(?:a )?(?:few|several) days|as soon as possible|soon")),
            "pl",
            Map.of(
                    Fault.BLAME,
                    words(
                            "(?:to )?win[aą] (?:kuriera|dostawcy|banku|magazynu|kolegi|klienta|pańska|państwa)"
                                    + "|nie nasza wina|z winy|nie ponosimy (?:winy|odpowiedzialności)"
                                    + "|(?:powinien pan|powinna pani|powinni państwo) był\\p{L}*|nie doczytał\\p{L}*|zawinił\\p{L}*"),
                    Fault.DRY,
                    words("jak już (?:pisaliśmy|informowaliśmy|wspomniano)|zgodnie z regulaminem|oczywiście że nie"
                            + "|nic nie możemy zrobić|nie zajmujemy się|to nie nasz dział|nie ma takiej możliwości"),
                    Fault.NO_DATE,
                    words(
                            "nie wiemy,? kiedy|nie wiem,? kiedy|(?:za |przez )?kilka dni|wkrótce|jak najszybciej|niebawem")),
            "sl",
            Map.of(
                    Fault.BLAME,
                    words(
                            "(?:kriv|kriva|krivo|krivi) (?:je|so|ste)|(?:je|so|ste) (?:kriv|kriva|krivi)|krivda (?:dostavljavca|kurirja|dobavitelja|banke)"
                                    + "|ni naša krivda|po krivdi|morali bi|niste prebrali"),
                    Fault.DRY,
                    words(
                            "kot smo že (?:napisali|povedali|omenili)|v skladu s pogoji|ne moremo storiti ničesar|nič ne moremo"
                                    + "|s tem se ne ukvarjamo|to ni naš oddelek"),
                    Fault.NO_DATE,
                    words("ne vemo,? kdaj|(?:v )?nekaj dn(?:i|eh)|kmalu|čim prej|v kratkem")),
            "ru",
            Map.of(
                    Fault.BLAME,
                    words("виноват\\p{L}*|вина (?:курьера|поставщика|банка|склада)|по вине|не наша вина|сами виноваты"
                            + "|вам следовало|вы не (?:прочитали|указали)"),
                    Fault.DRY,
                    words(
                            "как (?:уже )?(?:сообщалось|говорилось|писали)|согласно правилам|ничего не можем (?:сделать|поделать)"
                                    + "|мы этим не занимаемся|это не наш отдел|не положено"),
                    Fault.NO_DATE,
                    words(
                            "не знаем,? когда|не знаю,? когда|(?:через )?несколько дней|скоро|как можно скорее|в ближайшее время")));

    private ToneCheck() {}

    /**
     * What to think about again, in the order of the text; in a language that is not known here nothing is found.
     *
     * @param language BCP 47
     */
    public static List<Finding> of(String text, String language) {
        List<Finding> findings = new ArrayList<>();
        String tag = Locale.forLanguageTag(language).getLanguage();
        RULES.getOrDefault(tag, Map.of()).forEach((fault, pattern) -> {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                findings.add(new Finding(fault, matcher.group(), matcher.start()));
            }
        });
        findings.sort(Comparator.comparingInt(Finding::at));
        return findings;
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("(?iu)(?<!\\p{L})(?:" + alternatives + ")(?!\\p{L})", Pattern.UNICODE_CHARACTER_CLASS);
    }
}
