/** When the word that was promised counts as given. */
@NullMarked
package io.orderjourney.order.nextword;

import org.jspecify.annotations.NullMarked;
