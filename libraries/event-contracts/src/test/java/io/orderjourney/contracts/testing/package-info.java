/** For the tests of producers and consumers: golden samples to read, and a check of what a producer is about to publish. */
@NullMarked
package io.orderjourney.contracts.testing;

import org.jspecify.annotations.NullMarked;
