/** For the tests of every service: what a problem looks like, and probing each documented operation with malformed requests. */
@NullMarked
package io.orderjourney.rest.testing;

import org.jspecify.annotations.NullMarked;
