/** The shop's policy over REST. */
@NullMarked
package io.orderjourney.notification.policy.rest;

import org.jspecify.annotations.NullMarked;
