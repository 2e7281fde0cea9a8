/** What customers and desks were told, on the topic {@code notices}. */
@NullMarked
package io.orderjourney.contracts.notices;

import org.jspecify.annotations.NullMarked;
