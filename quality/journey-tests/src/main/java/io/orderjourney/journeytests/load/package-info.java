/** Ordinary days as load: a plan from a seed, people who work through the real doors, and an account of every promise. */
@NullMarked
package io.orderjourney.journeytests.load;

import org.jspecify.annotations.NullMarked;
