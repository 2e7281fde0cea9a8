/** What is told when a customer's personal data is erased. */
@NullMarked
package io.orderjourney.contracts.erasures;

import org.jspecify.annotations.NullMarked;
