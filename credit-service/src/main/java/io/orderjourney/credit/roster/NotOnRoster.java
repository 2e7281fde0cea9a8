package io.orderjourney.credit.roster;

/** The expert has no such shift. */
public final class NotOnRoster extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotOnRoster(String what) {
        super(what);
    }
}
