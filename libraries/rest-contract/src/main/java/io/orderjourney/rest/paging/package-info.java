/** Long lists, a page at a time, by an opaque cursor instead of an offset. */
@NullMarked
package io.orderjourney.rest.paging;

import org.jspecify.annotations.NullMarked;
