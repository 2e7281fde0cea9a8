/** The story of the phone on credit, played through the public API and checked from the outside. */
@NullMarked
package io.orderjourney.journeytests.story;

import org.jspecify.annotations.NullMarked;
