package io.orderjourney.rest.idempotency;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose personal data the response of this request holds: a stored response is erased with the customer. */
@RequestScoped
public class ResponseAbout {

    private @Nullable UUID customerId;

    /** The response shows this customer. */
    public void customer(UUID id) {
        this.customerId = id;
    }

    @Nullable
    UUID customerId() {
        return customerId;
    }
}
