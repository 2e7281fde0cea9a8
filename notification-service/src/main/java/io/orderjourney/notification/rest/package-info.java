/** What all of this service's REST resources share. */
@NullMarked
package io.orderjourney.notification.rest;

import org.jspecify.annotations.NullMarked;
