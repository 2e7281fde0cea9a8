/** The bank's HTTP client, seen from here: never trusted, never waited for long. */
@NullMarked
package io.orderjourney.credit.bank.http;

import org.jspecify.annotations.NullMarked;
