package io.orderjourney.notification.recovery;

import java.security.SecureRandom;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A discount on one order, good once.
 *
 * @param validUntilAt it is good until then
 * @param redeemedAt when it was used; absent while it was not
 */
public record DiscountCode(
        String code,
        int percent,
        Instant validUntilAt,
        @Nullable Instant redeemedAt) {

    /** Neither 0 and O nor 1 and I: people read codes out. */
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int LENGTH = 10;

    /** A code that cannot be guessed. */
    public static DiscountCode random(SecureRandom random, int percent, Instant validUntilAt) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new DiscountCode(letters.toString(), percent, validUntilAt, null);
    }

    /** Whether it can be used. */
    public boolean isGoodAt(Instant now) {
        return redeemedAt == null && now.isBefore(validUntilAt);
    }
}
