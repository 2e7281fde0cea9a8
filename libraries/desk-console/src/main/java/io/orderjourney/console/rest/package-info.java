/** The pages of the desks: login, queue, panel, and the nudge that says "look again". */
@NullMarked
package io.orderjourney.console.rest;

import org.jspecify.annotations.NullMarked;
