/** Text messages over the gateway's HTTP interface. */
@NullMarked
package io.orderjourney.notification.channels.sms;

import org.jspecify.annotations.NullMarked;
