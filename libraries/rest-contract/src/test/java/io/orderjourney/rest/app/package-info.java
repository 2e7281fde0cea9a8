/** A small service that keeps all the habits: parcels that are sent, weighed and listed. */
@NullMarked
package io.orderjourney.rest.app;

import org.jspecify.annotations.NullMarked;
