package io.orderjourney.rest.paging;

import io.orderjourney.rest.json.StrictTimes;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemCodes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * A place in a list: the sort values of the last item seen. It is written as one opaque word with a check sum over the
 * list's name, so that a cursor that was changed, cut or taken from another list is refused. The check sum holds no secret:
 * a cursor grants nothing, its values are bound as parameters beside the caller's own restrictions.
 */
public final class Cursor {

    private static final int CHECK_BYTES = 8;
    private static final int LENGTH_MAX = 600;
    private static final String SEPARATOR = "\u001f";

    private final List<String> values;

    private Cursor(List<String> values) {
        this.values = values;
    }

    /** A place with these sort values (instants, ids, numbers, texts) in the order of the list's sorting. */
    public static Cursor of(Object... values) {
        return new Cursor(Arrays.stream(values).map(String::valueOf).toList());
    }

    /** The opaque word for the answer. */
    String encode(String list) {
        byte[] content = String.join(SEPARATOR, values).getBytes(StandardCharsets.UTF_8);
        byte[] word = ByteBuffer.allocate(CHECK_BYTES + content.length)
                .put(check(list, content))
                .put(content)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(word);
    }

    /** @throws Problem 400 {@code cursor-invalid} for anything that {@link #encode} has not made for this list */
    static Cursor decode(String list, String text) {
        try {
            if (text.length() > LENGTH_MAX) {
                throw invalid();
            }
            byte[] word = Base64.getUrlDecoder().decode(text);
            if (word.length < CHECK_BYTES) {
                throw invalid();
            }
            byte[] content = Arrays.copyOfRange(word, CHECK_BYTES, word.length);
            boolean ours = Arrays.equals(check(list, content), Arrays.copyOf(word, CHECK_BYTES));
            // The last character of Base64 has spare bits: only the one spelling that we write is good.
            Cursor cursor = new Cursor(List.of(utf8(content).split(SEPARATOR, -1)));
            if (!ours || !cursor.encode(list).equals(text)) {
                throw invalid();
            }
            return cursor;
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw invalid();
        }
    }

    private static String utf8(byte[] content) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(content))
                .toString();
    }

    private static byte[] check(String list, byte[] content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(list.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return Arrays.copyOf(digest.digest(content), CHECK_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    public String text(int index) {
        if (index >= values.size() || values.get(index).indexOf('\0') >= 0) {
            throw invalid();
        }
        return values.get(index);
    }

    public Instant instant(int index) {
        try {
            return StrictTimes.time(text(index)).toInstant();
        } catch (DateTimeException e) {
            throw invalid();
        }
    }

    public UUID uuid(int index) {
        try {
            return UUID.fromString(text(index));
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    public long number(int index) {
        try {
            return Long.parseLong(text(index));
        } catch (NumberFormatException e) {
            throw invalid();
        }
    }

    private static Problem invalid() {
        return Problem.badRequest(
                ProblemCodes.CURSOR_INVALID, "The cursor is not one of this list. Start at its first page.");
    }
}
