/** The bank's signed callbacks, and what the credit desk does with the bank. */
@NullMarked
package io.orderjourney.credit.bank.rest;

import org.jspecify.annotations.NullMarked;
