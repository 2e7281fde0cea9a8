package io.orderjourney.fulfillment.pickup;

import java.util.List;

/**
 * What a rule decided: the new state, and the facts that tell of it, in their order.
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

    /** The state changed, and nobody else needs to hear of it. */
    public static <S> Decision<S> quiet(S state) {
        return new Decision<>(state, List.of());
    }

    /** Others hear of it. */
    public boolean isChange() {
        return !facts.isEmpty();
    }
}
