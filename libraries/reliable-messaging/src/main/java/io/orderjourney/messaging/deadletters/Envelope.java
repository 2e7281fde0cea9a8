package io.orderjourney.messaging.deadletters;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a record without reading its data.
 *
 * @param type the wire name
 * @param journey null on a topic whose key is something else
 * @param orderingKey what has to stay in order behind it: the journey, or topic and key
 */
public record Envelope(UUID eventId, String type, @Nullable UUID journey, String orderingKey) {}
