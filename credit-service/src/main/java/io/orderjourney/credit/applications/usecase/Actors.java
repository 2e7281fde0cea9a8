package io.orderjourney.credit.applications.usecase;

/** Who acts where no person does. */
public final class Actors {

    /** The shop's own rules. */
    public static final String POLICY = "policy";

    private Actors() {}
}
