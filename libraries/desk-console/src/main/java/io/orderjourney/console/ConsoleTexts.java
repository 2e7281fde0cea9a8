package io.orderjourney.console;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of the desks' screens in one language: the shared bundle, and behind it the desk's own. */
public final class ConsoleTexts {

    /** The languages that screens speak, the first for everybody else. */
    public static final List<String> LANGUAGES = List.of("en", "pl", "sl", "ru");

    private static final String SHARED = "io.orderjourney.console.console";
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final String language;
    private final List<ResourceBundle> bundles;

    private ConsoleTexts(String language, List<ResourceBundle> bundles) {
        this.language = language;
        this.bundles = bundles;
    }

    /**
     * @param language one of {@link #LANGUAGES}
     * @param deskBundle the desk's own bundle, found beside the class that names it
     */
    public static ConsoleTexts of(String language, String deskBundle, ClassLoader loader) {
        Locale locale = Locale.forLanguageTag(language);
        return new ConsoleTexts(
                language,
                List.of(
                        ResourceBundle.getBundle(deskBundle, locale, loader, EXACT),
                        ResourceBundle.getBundle(SHARED, locale, ConsoleTexts.class.getClassLoader(), EXACT)));
    }

    /** The shared texts alone. */
    public static ConsoleTexts shared(String language) {
        return new ConsoleTexts(
                language,
                List.of(ResourceBundle.getBundle(
                        SHARED, Locale.forLanguageTag(language), ConsoleTexts.class.getClassLoader(), EXACT)));
    }

    public String language() {
        return language;
    }

    public Locale locale() {
        return Locale.forLanguageTag(language);
    }

    /** The one of {@link #LANGUAGES} in which to speak to somebody who prefers {@code language}, BCP 47. */
    public static String spoken(String language) {
        String known = Locale.forLanguageTag(language).getLanguage();
        return LANGUAGES.contains(known) ? known : LANGUAGES.get(0);
    }

    /** An amount as this language writes it, e.g. {@code 1 899,00 zł}. */
    public String money(long amountMinor, String currency) {
        Currency unit = Currency.getInstance(currency);
        NumberFormat format = NumberFormat.getCurrencyInstance(ULocale.forLocale(locale()));
        format.setCurrency(unit);
        return format.format(BigDecimal.valueOf(amountMinor, unit.getDefaultFractionDigits()));
    }

    /** As {@link #of}, or other words for a value that has no text here, such as one that a shop has added. */
    public String of(String kind, Object value, String otherwise) {
        String key = kind + "." + value;
        return bundles.stream().anyMatch(bundle -> bundle.containsKey(key)) ? say(key) : otherwise;
    }

    /** The text of one value of a kind, such as {@code urgency.LATE}. */
    public String of(String kind, Object value) {
        return say(kind + "." + value);
    }

    /**
     * @param key of a text in one of the bundles
     * @param values for {@code {0}}, {@code {1}}; numbers get the language's plurals
     * @throws java.util.MissingResourceException for a key that no bundle has: a test renders every screen
     */
    public String say(String key, Object... values) {
        ResourceBundle holder = bundles.stream()
                .filter(bundle -> bundle.containsKey(key))
                .findFirst()
                .orElse(bundles.get(bundles.size() - 1));
        return new MessageFormat(holder.getString(key), ULocale.forLocale(locale())).format(values);
    }
}
