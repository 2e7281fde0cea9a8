/** The current state behind the compacted topics, such as {@code journeys}, {@code policies} and {@code pickup-points}. */
@NullMarked
package io.orderjourney.contracts.state;

import org.jspecify.annotations.NullMarked;
