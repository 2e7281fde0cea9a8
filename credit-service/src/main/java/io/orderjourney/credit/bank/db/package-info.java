/** Requests to the bank, and callbacks that fit no application. */
@NullMarked
package io.orderjourney.credit.bank.db;

import org.jspecify.annotations.NullMarked;
