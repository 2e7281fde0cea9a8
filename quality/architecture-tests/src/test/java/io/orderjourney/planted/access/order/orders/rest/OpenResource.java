package io.orderjourney.planted.access.order.orders.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

@Path("/open")
@RolesAllowed("SALES")
class OpenResource {

    @GET
    String read() {
        return "";
    }

    @POST
    void write() {}

    @PUT
    void replace() {}

    @PATCH
    void change() {}

    @DELETE
    void remove() {}

    @GET
    @PermitAll
    @Path("all")
    String openToAll() {
        return "";
    }

    @GET
    @RolesAllowed("SALES")
    @Path("secured")
    String secured() {
        return "";
    }
}
