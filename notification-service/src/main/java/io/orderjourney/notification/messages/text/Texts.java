package io.orderjourney.notification.messages.text;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The texts of one language, from one bundle; English for a language that is not translated. */
public final class Texts {

    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;
    private final ULocale locale;

    /**
     * @param bundleName of a bundle in this service
     * @param language BCP 47
     */
    public Texts(String bundleName, String language) {
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
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
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
