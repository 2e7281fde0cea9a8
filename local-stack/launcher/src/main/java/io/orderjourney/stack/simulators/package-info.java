/** Simulators of the bank, the supplier and the SMS gateway, each with its own ledger of what it was asked. */
@NullMarked
package io.orderjourney.stack.simulators;

import org.jspecify.annotations.NullMarked;
