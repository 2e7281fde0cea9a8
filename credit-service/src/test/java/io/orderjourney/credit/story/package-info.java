/** The credit service as a whole: real database, real broker, a bank that can misbehave, and the real API. */
package io.orderjourney.credit.story;
