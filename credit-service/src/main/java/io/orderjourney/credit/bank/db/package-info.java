/** What waits to be told to the bank, and what it said that nobody could place. */
@NullMarked
package io.orderjourney.credit.bank.db;

import org.jspecify.annotations.NullMarked;
