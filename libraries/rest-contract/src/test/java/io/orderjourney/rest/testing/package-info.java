/** For the tests of every service: what a problem looks like, and knocking at each documented door with what no client would send. */
@NullMarked
package io.orderjourney.rest.testing;

import org.jspecify.annotations.NullMarked;
