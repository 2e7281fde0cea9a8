/** Collects a journey's facts and reads its answer card from them. */
@NullMarked
package io.orderjourney.order.journeyview.usecase;

import org.jspecify.annotations.NullMarked;
