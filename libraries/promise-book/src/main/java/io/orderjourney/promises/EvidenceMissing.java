package io.orderjourney.promises;

/** "The customer asked" was said of a date, and nothing shows that they did: then it is the shop's own move. */
public final class EvidenceMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EvidenceMissing() {
        super(
                "Nothing shows that the customer asked for it: log their call or inquiry first, or give the shop's reason");
    }
}
