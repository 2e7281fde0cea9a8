package io.orderjourney.promises;

import java.util.List;

/**
 * What a rule decided: how things stand now, and the facts that tell of it, in their order.
 *
 * @param state how things stand after the decision
 */
public record Decision<S>(S state, List<Fact<?>> facts) {

    public Decision {
        facts = List.copyOf(facts);
    }

    /** A change with the fact that tells of it. */
    public static <S> Decision<S> of(S state, Fact<?> fact) {
        return new Decision<>(state, List.of(fact));
    }

    /** Nothing changed. */
    public static <S> Decision<S> unchanged(S state) {
        return new Decision<>(state, List.of());
    }

    /** The state changed, and nobody else needs to know. */
    public static <S> Decision<S> quiet(S state) {
        return new Decision<>(state, List.of());
    }

    /** Others need to know. */
    public boolean isChange() {
        return !facts.isEmpty();
    }
}
