package io.orderjourney.fulfillment.receiving;

import org.jspecify.annotations.Nullable;

/**
 * Whose purchase orders somebody reaches. What is out of scope is not there for them: it is neither shown nor refused.
 *
 * @param supplier the one supplier; null for all of them
 */
public record SupplierScope(@Nullable String supplier) {

    /** For the shop's own people and systems. */
    public static final SupplierScope ALL = new SupplierScope(null);

    /** For one supplier's system. */
    public static SupplierScope of(String supplier) {
        return new SupplierScope(supplier);
    }

    public boolean includes(String other) {
        return supplier == null || supplier.equals(other);
    }
}
