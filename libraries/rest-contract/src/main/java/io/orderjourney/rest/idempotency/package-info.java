/** A POST that is sent twice acts once and is answered the same. */
@NullMarked
package io.orderjourney.rest.idempotency;

import org.jspecify.annotations.NullMarked;
