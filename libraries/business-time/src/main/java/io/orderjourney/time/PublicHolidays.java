package io.orderjourney.time;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Public holidays as Jollyday knows them; days that are only observed with the shops open do not count.
 *
 * <p>A holiday on a weekend that a country makes up for on a weekday closes both days: a shop with weekend hours is closed on the holiday
 * itself too.
 */
final class PublicHolidays implements Holidays {

    private static final String RUSSIA = "ru";

    /** Labour code of Russia, article 112: 1 to 8 January, and what of them falls on a weekend is moved by decree only. */
    private static final int RUSSIAN_NEW_YEAR_DAYS = 8;

    private final HolidayManager manager;
    private final String country;
    private final String[] regions;
    private final Map<Integer, Set<LocalDate>> byYear = new ConcurrentHashMap<>();

    private PublicHolidays(HolidayManager manager, String country, String[] regions) {
        this.manager = manager;
        this.country = country;
        this.regions = regions;
    }

    static PublicHolidays of(String countryCode, String... regionCodes) {
        String country = countryCode.toLowerCase(Locale.ROOT);
        HolidayManager manager;
        try {
            manager = HolidayManager.getInstance(ManagerParameters.create(country));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("No public holidays are known for the country '" + countryCode + "'", e);
        }
        String[] regions = new String[regionCodes.length];
        CalendarHierarchy place = manager.getCalendarHierarchy();
        for (int i = 0; i < regions.length; i++) {
            regions[i] = regionCodes[i].toLowerCase(Locale.ROOT);
            place = place.getChildren().get(regions[i]);
            if (place == null) {
                throw new IllegalArgumentException(
                        "No region '" + regionCodes[i] + "' is known in the country '" + countryCode + "'");
            }
        }
        return new PublicHolidays(manager, country, regions);
    }

    @Override
    public boolean isHoliday(LocalDate date) {
        return byYear.computeIfAbsent(date.getYear(), this::closedDays).contains(date);
    }

    /** The neighbouring years too, because New Year's Day may be made up for in December. */
    private Set<LocalDate> closedDays(int year) {
        Set<LocalDate> closed = new HashSet<>();
        for (int near = year - 1; near <= year + 1; near++) {
            for (Holiday holiday : manager.getHolidays(Year.of(near), HolidayType.PUBLIC_HOLIDAY, regions)) {
                closed.add(holiday.getActualDate());
                holiday.getObservedDate().ifPresent(closed::add);
            }
        }
        if (country.equals(RUSSIA)) {
            closed.removeIf(date -> date.getMonth() == Month.JANUARY);
            for (int day = 1; day <= RUSSIAN_NEW_YEAR_DAYS; day++) {
                closed.add(LocalDate.of(year, Month.JANUARY, day));
            }
        }
        closed.removeIf(date -> date.getYear() != year);
        return Set.copyOf(closed);
    }
}
