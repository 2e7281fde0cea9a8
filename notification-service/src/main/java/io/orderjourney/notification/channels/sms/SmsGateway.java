package io.orderjourney.notification.channels.sms;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The gateway's interface; a repeat with the same reference sends no second text. */
@RegisterRestClient(configKey = "sms-gateway")
@Path("/messages")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface SmsGateway {

    /** A text to send. */
    record Text(String reference, String to, String text) {}

    @POST
    @Bulkhead(8)
    @CircuitBreaker(requestVolumeThreshold = 10, delay = 5000)
    Response send(Text text);

    @GET
    @Path("/{reference}")
    Response status(@PathParam("reference") String reference);
}
