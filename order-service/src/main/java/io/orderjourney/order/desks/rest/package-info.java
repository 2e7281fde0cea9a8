/** Desks, their telephones and hours. */
@NullMarked
package io.orderjourney.order.desks.rest;

import org.jspecify.annotations.NullMarked;
