package io.orderjourney.credit.applications;

/** The application is not in a state in which this may happen. */
public final class TransitionRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TransitionRefused(ApplicationState state, ApplicationStep step) {
        super("An application that is " + state + " does not allow: " + step.inWords());
    }
}
