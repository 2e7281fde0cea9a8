package io.orderjourney.contracts;

/**
 * A piece of event data breaks its contract. The message says where and what, and never repeats what stood there: it goes
 * to logs and dead letters, and what stood there may be anything, a customer's telephone number too.
 */
public final class ContractViolation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final String what;
    private final boolean limitExceeded;

    /**
     * @param pointer JSON Pointer (RFC 6901) of the place; empty for the whole data
     * @param what the rule that is broken there, in words of the contract
     */
    public ContractViolation(String pointer, String what) {
        this(pointer, what, false);
    }

    private ContractViolation(String pointer, String what, boolean limitExceeded) {
        super((pointer.isEmpty() ? "the data" : pointer) + " " + what);
        this.pointer = pointer;
        this.what = what;
        this.limitExceeded = limitExceeded;
    }

    /** The data is beyond what anybody needs: an attack or a mistake, nobody looked at its meaning. */
    static ContractViolation ofLimits(String what) {
        return new ContractViolation("", what, true);
    }

    /** JSON Pointer (RFC 6901) of the place; empty for the whole data. */
    public String pointer() {
        return pointer;
    }

    /** The rule that is broken there. */
    public String what() {
        return what;
    }

    /** Whether the data was refused for its depth or length alone. */
    public boolean limitExceeded() {
        return limitExceeded;
    }
}
