/** Changes that name the version they were decided on. */
@NullMarked
package io.orderjourney.rest.conditional;

import org.jspecify.annotations.NullMarked;
