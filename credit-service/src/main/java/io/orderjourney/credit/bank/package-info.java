/** What is asked of the bank, what is believed of its answers, and what its decision means. */
@NullMarked
package io.orderjourney.credit.bank;

import org.jspecify.annotations.NullMarked;
