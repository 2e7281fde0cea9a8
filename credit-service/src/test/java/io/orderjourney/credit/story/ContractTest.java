package io.orderjourney.credit.story;

import io.orderjourney.rest.openapi.OpenApiSnapshot;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContractTest extends CreditShop {

    @Test
    void the_committed_openapi_document_is_served() {
        OpenApiSnapshot.requireServed(URI.create(address));
    }
}
