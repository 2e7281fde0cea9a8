package io.orderjourney.contracts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The secrets of one purpose: the first one signs, all of them are good. To change a secret without a gap, put the new one in
 * front, and take the old one away when nothing that it signed is needed any more. What is signed names its key, so that a
 * reader need not try all of them; the name is the beginning of the secret's hash and tells nothing about it.
 */
public final class KeyRing {

    /** One secret to sign with and one that it replaces; more would be a ring that nobody tidies up. */
    public static final int KEYS_MAX = 2;

    /** A secret under its name. */
    public record Key(byte id, Hmac hmac) {}

    private final List<Key> keys;

    private KeyRing(List<Key> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * With one secret in words, or with two separated by a comma.
     *
     * @param purpose named if a secret is refused; the secret is not
     * @throws IllegalStateException if one has fewer than 32 characters, or if there are more than two
     */
    public static KeyRing of(String secrets, String purpose) {
        List<Key> keys = new ArrayList<>();
        for (String secret : secrets.split(",", -1)) {
            String text = secret.strip();
            keys.add(new Key(id(text), Hmac.of(text, purpose)));
        }
        if (keys.size() > KEYS_MAX) {
            throw new IllegalStateException("There are more than " + KEYS_MAX + " secrets for " + purpose);
        }
        return new KeyRing(keys);
    }

    /** The key to sign with. */
    public Key signing() {
        return keys.get(0);
    }

    /** The keys of this name: one, none, or two whose names are the same by chance. */
    public List<Hmac> named(byte id) {
        return keys.stream().filter(key -> key.id() == id).map(Key::hmac).toList();
    }

    /** The payload, its signature and the name of the key as text that can stand in an address or a cookie. */
    public String seal(byte[] payload) {
        return String.format("%02x.", signing().id()) + signing().hmac().seal(payload);
    }

    /** The payload of a sealed text; empty for one that was not sealed with a key of this ring. */
    public Optional<byte[]> open(String sealed) {
        if (!sealed.matches("(?s)[0-9a-f]{2}\\..*")) {
            return Optional.empty();
        }
        byte id = (byte) Integer.parseInt(sealed.substring(0, 2), 16);
        return named(id).stream()
                .flatMap(key -> key.open(sealed.substring(3)).stream())
                .findFirst();
    }

    private static byte id(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8))[0];
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
