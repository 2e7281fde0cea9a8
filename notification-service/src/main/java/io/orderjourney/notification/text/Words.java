package io.orderjourney.notification.text;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The words of one language, from one bundle; English for a language nobody has translated yet. */
public final class Words {

    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;
    private final ULocale locale;

    /**
     * @param bundleName of a bundle in this service
     * @param language BCP 47
     */
    public Words(String bundleName, String language) {
        this.bundle = bundle(bundleName, Locale.forLanguageTag(language));
        this.locale = ULocale.forLocale(bundle.getLocale());
    }

    private static ResourceBundle bundle(String name, Locale locale) {
        try {
            return ResourceBundle.getBundle(name, locale, Words.class.getClassLoader(), EXACT);
        } catch (MissingResourceException untranslated) {
            return ResourceBundle.getBundle(name, Locale.ENGLISH, Words.class.getClassLoader(), EXACT);
        }
    }

    /** The language these words are in, BCP 47; not always the one that was asked for. */
    public String language() {
        return locale.toLanguageTag();
    }

    public String say(String key, Object... values) {
        Object[] texts = new Object[values.length];
        for (int index = 0; index < values.length; index++) {
            // Numbers people quote are not to be grouped: 1045, not 1,045.
            texts[index] = values[index].toString();
        }
        return new MessageFormat(bundle.getString(key), locale).format(texts);
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
