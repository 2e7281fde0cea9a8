/** E-mail over SMTP. */
@NullMarked
package io.orderjourney.notification.channels.email;

import org.jspecify.annotations.NullMarked;
