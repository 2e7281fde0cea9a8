/** How the refusals of this service's rules are told to a caller. */
@NullMarked
package io.orderjourney.credit.rest;

import org.jspecify.annotations.NullMarked;
