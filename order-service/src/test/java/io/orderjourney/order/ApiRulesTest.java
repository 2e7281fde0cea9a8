package io.orderjourney.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.rest.openapi.OpenApiSnapshot;
import io.orderjourney.rest.testing.ApiDocument;
import io.orderjourney.rest.testing.ApiRules;
import org.junit.jupiter.api.Test;

class ApiRulesTest {

    @Test
    void the_committed_api_document_can_be_trusted_by_generated_clients() {
        assertThat(ApiRules.findings(ApiDocument.read(OpenApiSnapshot.FILE))).isEmpty();
    }
}
