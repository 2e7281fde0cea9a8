package io.orderjourney.fulfillment.receiving;

/** The time cannot be meant. */
public final class EtaImplausible extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EtaImplausible() {
        super("An expected arrival lies at most " + EtaPolicy.BEHIND_MAX.toDays() + " days back and "
                + EtaPolicy.AHEAD_MAX.toDays() + " days ahead");
    }
}
