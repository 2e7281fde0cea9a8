/** Remembers messages that came before the news they told of. */
@NullMarked
package io.orderjourney.order.nextword.db;

import org.jspecify.annotations.NullMarked;
