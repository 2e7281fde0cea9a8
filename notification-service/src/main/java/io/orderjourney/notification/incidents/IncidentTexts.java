package io.orderjourney.notification.incidents;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The words in which the public, and the people who are called, read about an incident; English for other languages. */
public final class IncidentTexts {

    /** The languages in which the public is told. */
    public static final List<String> LANGUAGES = List.of("en", "pl", "sl", "ru");

    private static final String BUNDLE = "io.orderjourney.notification.incidents.public";
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;

    private IncidentTexts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** @param language BCP 47 */
    public static IncidentTexts in(String language) {
        try {
            return new IncidentTexts(bundle(Locale.forLanguageTag(language)));
        } catch (MissingResourceException untranslated) {
            return new IncidentTexts(bundle(Locale.ENGLISH));
        }
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(BUNDLE, locale, IncidentTexts.class.getClassLoader(), EXACT);
    }

    /** The language of these texts, BCP 47. */
    public String language() {
        return bundle.getLocale().toLanguageTag();
    }

    /** A text with its values, which are texts themselves. */
    public String say(String key, String... values) {
        return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(values);
    }

    /** What the public reads of this kind: {@code heading} or {@code text}. */
    public String of(IncidentKind kind, String part) {
        return bundle.getString(part + "." + kind);
    }
}
