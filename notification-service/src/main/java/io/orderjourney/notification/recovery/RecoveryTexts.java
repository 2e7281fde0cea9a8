package io.orderjourney.notification.recovery;

import io.orderjourney.contracts.Precision;
import io.orderjourney.promises.Wording;
import java.text.MessageFormat;
import java.time.ZoneId;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** What an apology says beside that we are sorry; in English for a language that is not translated. */
public final class RecoveryTexts {

    private static final String BUNDLE = "io.orderjourney.notification.recovery.recovery";
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;

    private RecoveryTexts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** @param language BCP 47 */
    public static RecoveryTexts in(String language) {
        try {
            return new RecoveryTexts(bundle(Locale.forLanguageTag(language)));
        } catch (MissingResourceException untranslated) {
            return new RecoveryTexts(bundle(Locale.ENGLISH));
        }
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(BUNDLE, locale, RecoveryTexts.class.getClassLoader(), EXACT);
    }

    /** Without a code. */
    public String plain() {
        return bundle.getString("plain");
    }

    /** With a code for the next order. */
    public String withCode(DiscountCode code, ZoneId zone) {
        return new MessageFormat(bundle.getString("code"), bundle.getLocale()).format(new Object[] {
            code.code(),
            Integer.toString(code.percent()),
            Wording.date(
                    Precision.BY_TIME,
                    null,
                    code.validUntilAt(),
                    zone,
                    bundle.getLocale().toLanguageTag())
        });
    }
}
