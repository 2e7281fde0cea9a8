/** What credit-service tells the world on the topic {@code credit}. */
@NullMarked
package io.orderjourney.contracts.credit;

import org.jspecify.annotations.NullMarked;
