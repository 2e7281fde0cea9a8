package io.orderjourney.time;

import java.time.LocalDate;
import java.util.Set;

/** The days on which the shop is closed though the weekly hours say otherwise. */
@FunctionalInterface
public interface Holidays {

    boolean isHoliday(LocalDate date);

    /** No holidays at all. */
    static Holidays none() {
        return date -> false;
    }

    /**
     * The public holidays of a country. Days that a government exchanges from year to year (as in Russia) are not among them: name them as
     * closures or special days.
     *
     * @param countryCode ISO 3166 alpha-2, e.g. "PL", "SI", "RU"
     * @param regions parts of the country with holidays of their own, from the greater to the smaller, e.g. "BY" for Bavaria in "DE"
     * @throws IllegalArgumentException if nothing is known about the country or the region
     */
    static Holidays of(String countryCode, String... regions) {
        return PublicHolidays.of(countryCode, regions);
    }

    /** These holidays and the shop's own closed days, e.g. stock-taking. */
    default Holidays withClosures(Set<LocalDate> closures) {
        Set<LocalDate> copy = Set.copyOf(closures);
        return date -> copy.contains(date) || isHoliday(date);
    }
}
