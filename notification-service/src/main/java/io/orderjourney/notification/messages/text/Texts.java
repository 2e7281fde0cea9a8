package io.orderjourney.notification.messages.text;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import io.orderjourney.contracts.Money;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The texts of one language, from one bundle; English for a language that is not translated. */
public final class Texts {

    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** Mobile and other numbers of Poland, numbers of Slovenia and of Russia. */
    private static final List<Pattern> PHONE_GROUPS = Stream.of(
                    "(\\+48)((?:45|5[0137]|6[069]|7[2389]|88)\\d)(\\d{3})(\\d{3})",
                    "(\\+48)(\\d{2})(\\d{3})(\\d{2})(\\d{2})",
                    "(\\+386)(\\d)(\\d{3})(\\d{2})(\\d{2})",
                    "(\\+7)(\\d{3})(\\d{3})(\\d{2})(\\d{2})")
            .map(Pattern::compile)
            .toList();

    private final ResourceBundle bundle;
    private final ULocale locale;
    private final String variant;

    /**
     * @param bundleName of a bundle in this service
     * @param language BCP 47
     */
    public Texts(String bundleName, String language) {
        this(bundleName, language, "");
    }

    /** @param variant in front of a key where there is another text for it: {@code inquiry.} */
    Texts(String bundleName, String language, String variant) {
        this.variant = variant;
        this.bundle = bundle(bundleName, Locale.forLanguageTag(language));
        this.locale = ULocale.forLocale(bundle.getLocale());
    }

    private static ResourceBundle bundle(String name, Locale locale) {
        try {
            return ResourceBundle.getBundle(name, locale, Texts.class.getClassLoader(), EXACT);
        } catch (MissingResourceException untranslated) {
            return ResourceBundle.getBundle(name, Locale.ENGLISH, Texts.class.getClassLoader(), EXACT);
        }
    }

    /** The language of these texts, BCP 47; not always the one that was asked for. */
    public String language() {
        return locale.toLanguageTag();
    }

    public String get(String key, Object... values) {
        Object[] arguments = new Object[values.length];
        for (int index = 0; index < values.length; index++) {
            // Numbers that people quote are not grouped: 1045, not 1,045.
            arguments[index] = values[index].toString();
        }
        return new MessageFormat(bundle.getString(bundle.containsKey(variant + key) ? variant + key : key), locale)
                .format(arguments);
    }

    /** Whether a time or a time limit is another one: some languages have a word for each. */
    public static String whatChanged(boolean appointment) {
        return appointment ? "APPOINTMENT" : "TIME_LIMIT";
    }

    /** A sentence after a colon. */
    public String inside(String sentence) {
        return sentence.substring(0, 1).toLowerCase(bundle.getLocale()) + sentence.substring(1);
    }

    /** A sentence after another one. */
    public String sentence(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(bundle.getLocale()) + text.substring(1);
    }

    /** Some moments in the order of time, in one line: {@code 17:00 and 19:30 on 12 January}. */
    public String calls(List<ZonedDateTime> moments) {
        StringBuilder line = new StringBuilder();
        for (int index = 0; index < moments.size(); index++) {
            ZonedDateTime at = moments.get(index);
            boolean last = index == moments.size() - 1;
            boolean dayFollows = !last && moments.get(index + 1).toLocalDate().equals(at.toLocalDate());
            line.append(index == 0 ? "" : last ? " " + bundle.getString("calls.and") + " " : ", ");
            line.append(DateTimeFormatter.ofPattern(
                            bundle.getString(dayFollows ? "calls.time" : "calls.timeAndDay"), bundle.getLocale())
                    .format(at));
        }
        return line.toString();
    }

    /** An amount as this language writes it: {@code 1299,00 zł}. */
    public String money(Money amount) {
        Currency currency = Currency.getInstance(amount.currency());
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        return format.format(BigDecimal.valueOf(amount.amountMinor(), currency.getDefaultFractionDigits()));
    }

    /** A phone number in groups, as people read it; as it is, if the groups of its country are unknown here. */
    public static String phone(String number) {
        return PHONE_GROUPS.stream()
                .map(groups -> groups.matcher(number))
                .filter(Matcher::matches)
                .findFirst()
                .map(groups -> IntStream.rangeClosed(1, groups.groupCount())
                        .mapToObj(groups::group)
                        .collect(Collectors.joining(" ")))
                .orElse(number);
    }

    /** Opening hours as the policy writes them ({@code Mon-Fri 09:00-20:00}), with the days in this language. */
    public String hours(String policyHours) {
        String hours = policyHours;
        for (DayOfWeek day : DayOfWeek.values()) {
            hours = hours.replace(
                    day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH),
                    day.getDisplayName(TextStyle.SHORT_STANDALONE, bundle.getLocale()));
        }
        return hours.replace("-", "–");
    }
}
