package io.orderjourney.stack.clock;

/** A process, or a part of one, that can say whether it has work. */
public interface Settling {

    /** For messages. */
    String name();

    /**
     * Asks it.
     *
     * @throws IllegalStateException when it does not answer
     */
    Settled settled();
}
