/** A running shop as seen from outside: its API, its desks, its customer's mailbox, its topics. */
@NullMarked
package io.orderjourney.journeytests.shop;

import org.jspecify.annotations.NullMarked;
