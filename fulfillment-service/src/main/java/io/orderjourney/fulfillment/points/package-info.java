/** The places of the shop: pickup points with their address, hours, holidays and capacity, and the warehouses. */
@NullMarked
package io.orderjourney.fulfillment.points;

import org.jspecify.annotations.NullMarked;
