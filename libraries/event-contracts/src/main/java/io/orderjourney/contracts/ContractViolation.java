package io.orderjourney.contracts;

/**
 * A piece of event data breaks its contract. The message says where and what, and never repeats what stood there: it goes
 * to logs and dead letters, and what stood there may be anything, a customer's telephone number too.
 */
public final class ContractViolation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final String what;

    /**
     * @param pointer JSON Pointer (RFC 6901) of the place; empty for the whole data
     * @param what the rule that is broken there, in words of the contract
     */
    public ContractViolation(String pointer, String what) {
        super((pointer.isEmpty() ? "the data" : pointer) + " " + what);
        this.pointer = pointer;
        this.what = what;
    }

    /** JSON Pointer (RFC 6901) of the place; empty for the whole data. */
    public String pointer() {
        return pointer;
    }

    /** The rule that is broken there. */
    public String what() {
        return what;
    }
}
