/** The roster's doors. */
@NullMarked
package io.orderjourney.credit.roster.rest;

import org.jspecify.annotations.NullMarked;
