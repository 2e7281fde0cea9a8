package io.orderjourney.fulfillment.pickup;

import java.util.List;

/**
 * What a rule decided: the new state, and the facts that tell of it, in their order. No facts: nothing changed.
 *
 * @param state the state after the decision
 */
public record Decision<S>(S state, List<Fact<?>> facts) {

    public Decision {
        facts = List.copyOf(facts);
    }

    /** Nothing changed. */
    public static <S> Decision<S> unchanged(S state) {
        return new Decision<>(state, List.of());
    }

    public boolean isChange() {
        return !facts.isEmpty();
    }
}
