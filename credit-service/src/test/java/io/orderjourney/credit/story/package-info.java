/** The credit service as a whole: real database, real broker, a bank that can misbehave, and doors that are knocked at. */
package io.orderjourney.credit.story;
