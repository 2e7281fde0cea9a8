/** Asking the bank without ever waiting for it inside a transaction, and acting on what it says. */
@NullMarked
package io.orderjourney.credit.bank.usecase;

import org.jspecify.annotations.NullMarked;
