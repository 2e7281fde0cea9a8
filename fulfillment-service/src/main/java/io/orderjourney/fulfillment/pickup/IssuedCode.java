package io.orderjourney.fulfillment.pickup;

import io.orderjourney.promises.CollectorCode;
import java.time.Instant;
import java.util.UUID;

/**
 * A code with which somebody else collects an order. After too many wrong tries it is worth nothing: the customer asks for
 * another one.
 *
 * @param wrongTries what was typed and was not the code
 */
public record IssuedCode(UUID orderId, UUID codeId, int wrongTries, Instant issuedAt) {

    /** Of a million codes, so many are tried. */
    public static final int WRONG_TRIES_MAX = 5;

    /** What was typed is not the code, or there is none. */
    public static final class WrongCode extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int triesLeft;

        public WrongCode(int triesLeft) {
            super(
                    triesLeft == 0
                            ? "No code is valid for this order: the customer asks for one on their page"
                            : "This is not the code of this order");
            this.triesLeft = triesLeft;
        }

        /** How often another one may be typed; 0 if no code is valid. */
        public int triesLeft() {
            return triesLeft;
        }
    }

    /** Whether it was tried too often. */
    public boolean isSpent() {
        return wrongTries >= WRONG_TRIES_MAX;
    }

    public int triesLeft() {
        return WRONG_TRIES_MAX - wrongTries;
    }

    /** Whether this was typed; nothing is, once it is spent. */
    public boolean isRight(String typed, String secret) {
        return !isSpent() && CollectorCode.matches(codeId, secret, typed);
    }

    /** After one more wrong try. */
    public IssuedCode wronglyTried() {
        return new IssuedCode(orderId, codeId, Math.min(wrongTries + 1, WRONG_TRIES_MAX), issuedAt);
    }
}
