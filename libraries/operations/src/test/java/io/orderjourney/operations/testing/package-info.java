/** For the tests of every service: malformed events on its topics, and the dead letters that they become. */
@NullMarked
package io.orderjourney.operations.testing;

import org.jspecify.annotations.NullMarked;
