package io.orderjourney.rest.idempotency;

import jakarta.enterprise.context.RequestScoped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The key of this request, for a method that is {@link Idempotent#coalesced}. */
@RequestScoped
public class CurrentKey {

    private @Nullable RequestKey key;
    private boolean taken;

    /**
     * The key, for a transaction that asks for its remembered response and remembers the new one.
     *
     * @throws NullPointerException if the method is not coalesced
     */
    public RequestKey take() {
        taken = true;
        return Objects.requireNonNull(key, "The method is not coalesced");
    }

    void set(RequestKey given) {
        key = given;
    }

    /** Whether the request came as far as to its transaction. */
    boolean isTaken() {
        return taken;
    }
}
