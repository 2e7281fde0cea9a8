package io.orderjourney.planted.data.order.orders.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

class InjectedField {
    @Inject
    Object injected;

    @Context
    UriInfo uri;

    Object plain;
}
