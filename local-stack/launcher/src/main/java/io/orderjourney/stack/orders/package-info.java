/** Open orders of a shop that begins with Order Journey: read from a file, checked, and placed over the REST API. */
@NullMarked
package io.orderjourney.stack.orders;

import org.jspecify.annotations.NullMarked;
