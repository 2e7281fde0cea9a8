package io.orderjourney.stack.simulators;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * One thing that a simulator was asked or did.
 *
 * @param number 1 for the first, without gaps
 * @param at business time
 * @param realAt this machine's time
 * @param kind for example {@code accepted}, {@code repeated}, {@code failed}
 * @param reference the asker's own name for the matter
 */
public record LedgerEntry(long number, Instant at, Instant realAt, String kind, String reference, JsonNode detail) {}
