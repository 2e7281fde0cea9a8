package io.orderjourney.notification.messages.sms;

import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

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
    @CircuitBreaker(requestVolumeThreshold = 10, delay = 5000, skipOn = Rejected.class)
    Response send(Text text);

    @GET
    @Path("/{reference}")
    Response status(@PathParam("reference") String reference);

    /** The gateway works and rejects this text: wrong numbers must not open the circuit for other texts. */
    final class Rejected extends WebApplicationException {

        private static final long serialVersionUID = 1L;

        Rejected(Response response) {
            super(response);
        }
    }

    /** Too many requests count as a failing gateway. */
    @ClientExceptionMapper
    static @Nullable RuntimeException map(Response response) {
        int status = response.getStatus();
        return status >= 400 && status < 500 && status != 429 ? new Rejected(response) : null;
    }
}
