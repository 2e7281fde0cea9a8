/** For the tests of everybody who works with promises: the shop of the tests, and promises in it. */
@NullMarked
package io.orderjourney.promises.testing;

import org.jspecify.annotations.NullMarked;
