/** The mail catcher: takes every message over SMTP, delivers none, and shows them. */
@NullMarked
package io.orderjourney.stack.mail;

import org.jspecify.annotations.NullMarked;
