/** For the tests of services that act on events. */
@NullMarked
package io.orderjourney.messaging.testing;

import org.jspecify.annotations.NullMarked;
