/** The page behind an answer link: the one place where customers themselves come in. */
@NullMarked
package io.orderjourney.notification.answers.rest;

import org.jspecify.annotations.NullMarked;
