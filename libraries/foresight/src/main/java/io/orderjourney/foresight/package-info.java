/** Learns from finished work how long open work will still take, and decides from that whom to warn and which new date to give. */
@NullMarked
package io.orderjourney.foresight;

import org.jspecify.annotations.NullMarked;
