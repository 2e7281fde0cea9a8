/** Checking the papers in, and searching for them. */
@NullMarked
package io.orderjourney.credit.papers.rest;

import org.jspecify.annotations.NullMarked;
