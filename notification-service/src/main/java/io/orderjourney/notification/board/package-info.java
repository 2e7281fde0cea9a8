/** The manager's board: how things stand at every desk, and how promises ended. */
@NullMarked
package io.orderjourney.notification.board;

import org.jspecify.annotations.NullMarked;
