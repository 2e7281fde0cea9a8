/** The promise indicators for the operator: what is open, at risk and overdue, and how early customers are warned. */
@NullMarked
package io.orderjourney.notification.indicators;

import org.jspecify.annotations.NullMarked;
