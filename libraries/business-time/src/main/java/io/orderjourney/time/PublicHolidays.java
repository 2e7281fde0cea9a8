package io.orderjourney.time;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.util.Locale;

/** Public holidays as Jollyday knows them; days that are only observed, with the shops open, do not count. */
final class PublicHolidays {

    private PublicHolidays() {}

    static Holidays of(String countryCode, String... regions) {
        HolidayManager manager;
        try {
            manager = HolidayManager.getInstance(ManagerParameters.create(countryCode));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("No public holidays are known for the country '" + countryCode + "'", e);
        }
        String[] lowerCased = new String[regions.length];
        for (int i = 0; i < regions.length; i++) {
            lowerCased[i] = regions[i].toLowerCase(Locale.ROOT);
        }
        return date -> manager.isHoliday(date, HolidayType.PUBLIC_HOLIDAY, lowerCased);
    }
}
