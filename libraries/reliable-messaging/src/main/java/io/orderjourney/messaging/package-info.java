/** Every committed change is published at least once, in order per journey; every effect of it happens once. */
@NullMarked
package io.orderjourney.messaging;

import org.jspecify.annotations.NullMarked;
