package io.orderjourney.credit.applications;

/** The bank decided something that nobody asked it. */
public final class DecisionImpossible extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DecisionImpossible(String why) {
        super(why);
    }
}
