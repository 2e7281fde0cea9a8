package io.orderjourney.credit.applications;

/** There is no application with this id, or none for this order. */
public final class NoSuchApplication extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoSuchApplication() {
        super("There is no such credit application");
    }
}
