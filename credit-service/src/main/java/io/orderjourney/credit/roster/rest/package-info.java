/** The roster over HTTP. */
@NullMarked
package io.orderjourney.credit.roster.rest;

import org.jspecify.annotations.NullMarked;
