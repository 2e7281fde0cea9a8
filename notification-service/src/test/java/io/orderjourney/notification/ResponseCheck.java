package io.orderjourney.notification;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderjourney.rest.testing.ResponseContract;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Every response of this service's tests is one that its API document describes. */
@Singleton
public class ResponseCheck {

    private final ResponseContract contract;

    ResponseCheck(ObjectMapper mapper) {
        this.contract = new ResponseContract(mapper);
    }

    @ServerResponseFilter
    public void check(ContainerRequestContext request, ContainerResponseContext response, ResourceInfo resource) {
        contract.check(request, response, resource);
    }
}
