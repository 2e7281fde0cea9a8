package io.orderjourney.contracts.state;

/**
 * An article that the shop sells. fulfillment-service owns the catalogue; the others keep a copy of what they need.
 *
 * @param revision counts the changes of this article, from 1
 * @param sku its number; it never changes
 * @param name as customers know it
 * @param discontinued new orders cannot name it; goods that are on their way still come
 */
public record CatalogueItem(int revision, String sku, String name, boolean discontinued) {}
