package io.orderjourney.contracts.state;

/**
 * When and how a desk can be reached.
 *
 * @param hours e.g. {@code Mon-Fri 09:00-20:00; Sat 10:00-16:00}
 * @param phone the number customers call, E.164
 * @param perHour how many promises the whole desk can keep in an hour of work
 */
public record DeskPolicy(String hours, String phone, int perHour) {}
