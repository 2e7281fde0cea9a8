package io.orderjourney.rest.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The tokens that are good here. Only their SHA-256 is kept, so that a heap dump gives none away. */
final class AccessTokens {

    static final int TOKEN_LENGTH_MIN = 16;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");

    /** Whose token it is, and what it may do. */
    record Holder(String name, Set<String> roles) {}

    private record Entry(byte[] hash, Holder holder) {}

    private final List<Entry> entries;

    private AccessTokens(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * Reads {@code name:ROLE|ROLE:token}, separated by commas. One name may have several tokens, so that they can be
     * changed one after the other.
     *
     * @throws IllegalStateException if an entry is unclear or too weak; the message never holds a token
     */
    static AccessTokens parse(String configured) {
        List<Entry> entries = new ArrayList<>();
        String[] texts = configured.split(",", -1);
        for (int i = 0; i < texts.length; i++) {
            Entry entry = entry(texts[i].strip(), i + 1);
            if (entries.stream().anyMatch(other -> MessageDigest.isEqual(other.hash, entry.hash))) {
                throw refused(i + 1, "its token is used twice");
            }
            entries.add(entry);
        }
        return new AccessTokens(entries);
    }

    private static Entry entry(String text, int number) {
        String[] parts = text.split(":", 3);
        if (parts.length != 3 || !NAME.matcher(parts[0]).matches()) {
            throw refused(number, "it is not name:ROLE|ROLE:token with a name in lower case");
        }
        Set<String> roles = new LinkedHashSet<>(List.of(parts[1].split("\\|", -1)));
        if (!Roles.ALL.containsAll(roles)) {
            throw refused(
                    number,
                    "its roles are not among " + Roles.ALL.stream().sorted().toList());
        }
        if (parts[2].length() < TOKEN_LENGTH_MIN || !TOKEN.matcher(parts[2]).matches()) {
            throw refused(number, "its token is shorter than " + TOKEN_LENGTH_MIN + " visible ASCII characters");
        }
        return new Entry(sha256(parts[2]), new Holder(parts[0], Set.copyOf(roles)));
    }

    private static IllegalStateException refused(int number, String reason) {
        return new IllegalStateException("Entry " + number + " of journey.access.tokens is refused: " + reason);
    }

    /** The holder of a token. Every entry is compared, so the time says nothing about which one came close. */
    Optional<Holder> holder(String token) {
        byte[] hash = sha256(token);
        Optional<Holder> found = Optional.empty();
        for (Entry entry : entries) {
            if (MessageDigest.isEqual(hash, entry.hash)) {
                found = Optional.of(entry.holder);
            }
        }
        return found;
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
