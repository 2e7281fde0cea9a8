package io.orderjourney.credit.applications;

/** The bank says something else than it said before. Its first word stands until people have talked. */
public final class DecisionContradicted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DecisionContradicted(String what) {
        super("The bank contradicts itself: " + what);
    }
}
