/** Asking before promising, and moving a promise: the same in every service. */
@NullMarked
package io.orderjourney.promises.rest;

import org.jspecify.annotations.NullMarked;
