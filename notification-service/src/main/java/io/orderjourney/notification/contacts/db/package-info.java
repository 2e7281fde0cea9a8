/** The table of contacts. */
@NullMarked
package io.orderjourney.notification.contacts.db;

import org.jspecify.annotations.NullMarked;
