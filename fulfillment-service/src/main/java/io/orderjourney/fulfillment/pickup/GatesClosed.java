package io.orderjourney.fulfillment.pickup;

import io.orderjourney.contracts.Gate;
import java.util.List;

/** The goods stay at the counter while a gate is closed. */
public final class GatesClosed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<Gate> closedGates;

    GatesClosed(List<Gate> closedGates) {
        super("The goods cannot be handed over while a gate is closed");
        this.closedGates = List.copyOf(closedGates);
    }

    public List<Gate> closedGates() {
        return closedGates;
    }
}
