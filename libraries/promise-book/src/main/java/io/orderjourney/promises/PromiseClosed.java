package io.orderjourney.promises;

/** A promise that was kept or withdrawn cannot change any more. */
public final class PromiseClosed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PromiseClosed(Ending ending, String wanted) {
        super("A promise that was " + (ending instanceof Ending.Kept ? "kept" : "withdrawn") + " cannot be " + wanted);
    }
}
