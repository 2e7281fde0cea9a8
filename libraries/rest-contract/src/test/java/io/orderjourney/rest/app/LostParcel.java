package io.orderjourney.rest.app;

/** A refusal of the domain that knows nothing of HTTP. */
class LostParcel extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LostParcel(String secret) {
        super(secret);
    }
}
