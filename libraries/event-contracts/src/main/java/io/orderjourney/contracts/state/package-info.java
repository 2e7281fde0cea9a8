/** The current state behind the compacted topics {@code journeys}, {@code customers} and {@code policies}. */
@NullMarked
package io.orderjourney.contracts.state;

import org.jspecify.annotations.NullMarked;
