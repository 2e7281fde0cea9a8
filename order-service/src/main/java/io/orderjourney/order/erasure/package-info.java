/** A customer's personal data is erased everywhere it lives, and every holder says when it was. */
@NullMarked
package io.orderjourney.order.erasure;

import org.jspecify.annotations.NullMarked;
