package io.orderjourney.promises;

import io.orderjourney.contracts.state.PickupPoint;
import java.util.List;
import java.util.Optional;

/** The shop's pickup points: those of fulfillment-service, and everybody else's copies. Every call joins the running transaction. */
public interface PickupPoints {

    /** Every point, by code. A shop has some hundreds at most, and they are never deleted. */
    List<PickupPoint> all();

    Optional<PickupPoint> find(String code);

    /** As {@link #find}, locked until this transaction ends. */
    Optional<PickupPoint> findForChange(String code);

    /** A number that is another one after every change of any point. */
    long changes();

    /** @return false if this revision or a newer one is stored: then nothing changed */
    boolean store(PickupPoint point);
}
