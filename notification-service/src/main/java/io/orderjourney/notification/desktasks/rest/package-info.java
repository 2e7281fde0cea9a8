/** A desk's tasks over REST. */
@NullMarked
package io.orderjourney.notification.desktasks.rest;

import org.jspecify.annotations.NullMarked;
