package io.orderjourney.fulfillment.delivery;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The orders that a courier brings. Every call joins the running transaction. */
public interface Parcels {

    /** Adds the parcel of an order; false if it is known, and then nothing changes. */
    boolean add(Parcel parcel);

    Optional<Parcel> find(UUID orderId);

    /** As {@link #find}, locked until the transaction ends. */
    Optional<Parcel> findForChange(UUID orderId);

    /** Locks those of these orders that are delivered, in the order of their ids, until the transaction ends. */
    void lock(Collection<UUID> orderIds);

    void store(Parcel parcel);

    /** Those whose goods are all on the shelf and that have not left, what is due first comes first. */
    List<Parcel> toDispatch(@Nullable String dispatchPoint, int atMost);

    /** Those that the courier brought back and that nobody checked in, the longest first. */
    List<Parcel> toCheckIn(@Nullable String dispatchPoint, int atMost);

    /** The parcel of the order with this number, whatever its case. */
    Optional<Parcel> ofNumber(String orderNumber);
}
