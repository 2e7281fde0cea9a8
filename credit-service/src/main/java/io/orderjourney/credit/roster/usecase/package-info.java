/** Changing the duty roster, each change in one transaction with what follows from it. */
@NullMarked
package io.orderjourney.credit.roster.usecase;

import org.jspecify.annotations.NullMarked;
