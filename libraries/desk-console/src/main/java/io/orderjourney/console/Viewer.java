package io.orderjourney.console;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who looks at a desk's screen.
 *
 * @param actor as the log of a journey names them, such as {@code sales:anna}
 * @param name as colleagues read it
 * @param pickupPoint where they work; null for a desk that serves all points
 * @param language in which they read, BCP 47, one of {@link ConsoleTexts#LANGUAGES}
 */
public record Viewer(
        String actor,
        String name,
        Set<String> roles,
        @Nullable String pickupPoint,
        String language) {}
