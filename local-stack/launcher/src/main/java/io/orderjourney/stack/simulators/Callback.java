package io.orderjourney.stack.simulators;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A call that a partner makes to the shop.
 *
 * @param id the same for every attempt
 * @param reference the matter it is about
 * @param dueAt business time of the first attempt
 */
record Callback(String id, String reference, Instant dueAt, String method, String url, JsonNode body) {}
