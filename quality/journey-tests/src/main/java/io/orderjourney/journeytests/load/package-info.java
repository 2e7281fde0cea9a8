/** Ordinary days as load: a plan from a seed, people who use the public API, and an account of every promise. */
@NullMarked
package io.orderjourney.journeytests.load;

import org.jspecify.annotations.NullMarked;
