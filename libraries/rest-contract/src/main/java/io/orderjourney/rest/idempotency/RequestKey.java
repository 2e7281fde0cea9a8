package io.orderjourney.rest.idempotency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What makes two requests the same one.
 *
 * @param principal whose key it is
 * @param key as the caller sent it
 * @param requestHash over what the request asks for; see {@link #of}
 */
@SuppressWarnings("ArrayRecordComponent") // Compared with MessageDigest.isEqual.
public record RequestKey(String principal, String key, byte[] requestHash) {

    /** The key of a request with this method, path (with query) and body. */
    public static RequestKey of(String principal, String key, String method, String path, byte[] body) {
        MessageDigest digest = sha256();
        digest.update((method + "\n" + path + "\n").getBytes(StandardCharsets.UTF_8));
        return new RequestKey(principal, key, digest.digest(body));
    }

    boolean sameRequest(byte[] otherHash) {
        return MessageDigest.isEqual(requestHash, otherHash);
    }

    /** The number of the advisory lock. Two keys that share one by chance only make each other wait. */
    long lockNumber() {
        MessageDigest digest = sha256();
        digest.update(principal.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return ByteBuffer.wrap(digest.digest(key.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
