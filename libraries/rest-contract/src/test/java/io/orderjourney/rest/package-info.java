/** What a service that keeps the habits answers, seen from outside. */
@NullMarked
package io.orderjourney.rest;

import org.jspecify.annotations.NullMarked;
