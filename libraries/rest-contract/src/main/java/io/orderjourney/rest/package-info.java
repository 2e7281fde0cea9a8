/** The REST habits that all services keep, so that their resources stay thin. */
@NullMarked
package io.orderjourney.rest;

import org.jspecify.annotations.NullMarked;
