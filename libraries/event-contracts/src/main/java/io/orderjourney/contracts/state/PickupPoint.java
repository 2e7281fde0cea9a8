package io.orderjourney.contracts.state;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place of the shop to which goods come: a pickup point with a counter, or a warehouse from which parcels are sent.
 * fulfillment-service owns it; the others keep a copy.
 *
 * @param revision counts the changes of this point, from 1
 * @param code how orders and shelves name it; it never changes
 * @param name as customers know it
 * @param street with the number of the house
 * @param country ISO 3166, two letters
 * @param phone the number customers call, E.164
 * @param hours e.g. {@code Mon-Sat 09:00-20:00}, in the shop's zone; those of the policy if absent
 * @param holidaysOf ISO 3166 code of the country whose public holidays it keeps; the shop's if absent
 * @param closures days on which it is closed besides those of the whole shop
 * @param slotsPerHour how many customers may agree on a time that begins within one hour of the clock
 * @param counter whether customers collect goods here
 * @param closed for good: new orders cannot name it, those that do already are carried out
 */
public record PickupPoint(
        int revision,
        String code,
        String name,
        String street,
        String postalCode,
        String city,
        String country,
        String phone,
        @Nullable String hours,
        @Nullable String holidaysOf,
        List<LocalDate> closures,
        int slotsPerHour,
        boolean counter,
        boolean closed) {

    /** Whether a new order may name it as the place where the customer collects the goods. */
    public boolean takesOrders() {
        return counter && !closed;
    }

    /** In one line, e.g. {@code ul. Prosta 7, 00-850 Warszawa}. */
    public String address() {
        return street + ", " + postalCode + " " + city;
    }

    /** The same point at this revision. */
    public PickupPoint at(int next) {
        return new PickupPoint(
                next,
                code,
                name,
                street,
                postalCode,
                city,
                country,
                phone,
                hours,
                holidaysOf,
                closures,
                slotsPerHour,
                counter,
                closed);
    }

    /** The same point, closed for good. */
    public PickupPoint close() {
        return new PickupPoint(
                revision,
                code,
                name,
                street,
                postalCode,
                city,
                country,
                phone,
                hours,
                holidaysOf,
                closures,
                slotsPerHour,
                counter,
                true);
    }
}
