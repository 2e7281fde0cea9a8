package io.orderjourney.planted.access.order.orders.rest;

import jakarta.ws.rs.GET;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Allowed: the bank answers this, not we. */
@RegisterRestClient
interface BankClient {
    @GET
    String ask();
}
