/** Request bodies are read strictly: what we do not understand exactly is refused, never guessed. */
@NullMarked
package io.orderjourney.rest.json;

import org.jspecify.annotations.NullMarked;
