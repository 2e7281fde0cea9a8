/** How much is asked for: long lists a page at a time, by an opaque cursor instead of an offset, and reports of some days. */
@NullMarked
package io.orderjourney.rest.paging;

import org.jspecify.annotations.NullMarked;
