/** The credit desk's doors: one application with everything about it, and whatever can be done to it. */
@NullMarked
package io.orderjourney.credit.desk.rest;

import org.jspecify.annotations.NullMarked;
