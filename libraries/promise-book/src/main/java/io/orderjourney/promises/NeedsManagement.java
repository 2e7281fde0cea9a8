package io.orderjourney.promises;

/** A desk may move a promise once of its own accord; the next move is a manager's decision. */
public final class NeedsManagement extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NeedsManagement(Promise promise) {
        super(promise.desk() + " moved this " + promise.kind() + " before: a second move needs a manager");
    }
}
