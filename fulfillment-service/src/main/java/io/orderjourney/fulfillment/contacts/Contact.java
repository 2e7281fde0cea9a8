package io.orderjourney.fulfillment.contacts;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A customer as the counter knows them.
 *
 * @param phone E.164; null if they gave none
 */
public record Contact(
        UUID customerId, String name, @Nullable String phone) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** The words of a name as they are searched for: without case and accents, because nobody types those in a hurry. */
    public static List<String> wordsOf(String name) {
        String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('ł', 'l');
        return Arrays.stream(BETWEEN_WORDS.split(plain))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }
}
