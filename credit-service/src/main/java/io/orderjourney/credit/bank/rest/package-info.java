/** The bank's own doors: signed callbacks. */
@NullMarked
package io.orderjourney.credit.bank.rest;

import org.jspecify.annotations.NullMarked;
