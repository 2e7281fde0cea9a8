/** Asking before promising, and rescheduling a promise: the same in every service. */
@NullMarked
package io.orderjourney.promises.rest;

import org.jspecify.annotations.NullMarked;
