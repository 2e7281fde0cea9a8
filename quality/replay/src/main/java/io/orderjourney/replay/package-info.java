/** Replays real orders from a file through the product's forecast and escalation, and reports how well it would have warned. */
@NullMarked
package io.orderjourney.replay;

import org.jspecify.annotations.NullMarked;
