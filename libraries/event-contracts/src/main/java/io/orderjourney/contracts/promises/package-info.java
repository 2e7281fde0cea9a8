/** What owners and the watch tell the world about promises, on the topic {@code promises}. */
@NullMarked
package io.orderjourney.contracts.promises;

import org.jspecify.annotations.NullMarked;
