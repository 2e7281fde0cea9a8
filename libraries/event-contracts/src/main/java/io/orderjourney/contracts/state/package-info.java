/** The current state behind the compacted topics {@code journeys}, {@code customers}, {@code policies} and {@code heartbeats}. */
@NullMarked
package io.orderjourney.contracts.state;

import org.jspecify.annotations.NullMarked;
