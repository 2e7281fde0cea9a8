package io.orderjourney.contracts.erasures;

import java.util.UUID;

/**
 * Inside one service: this customer is being erased. It is fired in the transaction of the erasure, and everything that holds
 * personal data of the customer erases it there.
 */
public record ErasureOfCustomer(UUID customerId) {}
