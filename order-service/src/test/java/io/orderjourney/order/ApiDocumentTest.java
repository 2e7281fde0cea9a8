package io.orderjourney.order;

import io.orderjourney.rest.openapi.OpenApiSnapshot;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class ApiDocumentTest {

    @TestHTTPResource("/")
    URI base;

    @Test
    void the_served_document_is_the_committed_one() {
        OpenApiSnapshot.requireServed(base);
    }
}
