/** What all API documents share, and the check that the committed document is the served one. */
@NullMarked
package io.orderjourney.rest.openapi;

import org.jspecify.annotations.NullMarked;
