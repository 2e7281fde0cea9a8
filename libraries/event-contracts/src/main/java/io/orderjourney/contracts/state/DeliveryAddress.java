package io.orderjourney.contracts.state;

import java.util.UUID;

/**
 * Where the parcel of one order goes. Personal data: it travels on {@code customers} alone, and leaves with the end of its
 * journey.
 *
 * @param street with the number of the house, and of the flat if there is one
 * @param country ISO 3166, two letters
 */
public record DeliveryAddress(UUID journeyId, String street, String postalCode, String city, String country) {}
