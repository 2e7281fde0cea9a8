package io.orderjourney.contracts.erasures;

import java.time.Instant;

/**
 * A service erased what it held of one customer. The key is the customer's id: this belongs to no journey.
 *
 * @param erasedAt business time
 */
public record CustomerDataErased(Instant erasedAt) {}
