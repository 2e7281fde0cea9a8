package io.orderjourney.fulfillment.desk;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a scanner reads or a hand types: the number of an order, its id, or a link of ours whose last part is one of these.
 */
public final class ScannedCode {

    private static final Pattern LINK = Pattern.compile("(?i)https?://.*");
    private static final Pattern BETWEEN_PARTS = Pattern.compile("[/?&#]");

    private ScannedCode() {}

    /** The texts in it that may name an order, the most likely first. */
    public static List<String> candidates(String scanned) {
        String text = scanned.strip();
        if (!LINK.matcher(text).matches()) {
            return text.isEmpty() ? List.of() : List.of(text);
        }
        Set<String> parts = new LinkedHashSet<>();
        List<String> all = Stream.of(BETWEEN_PARTS.split(text))
                .skip(3) // the scheme, nothing, and the host
                .map(part -> part.substring(part.indexOf('=') + 1))
                .filter(part -> !part.isEmpty())
                .toList();
        for (int last = all.size() - 1; last >= 0; last--) {
            parts.add(all.get(last));
        }
        return List.copyOf(parts);
    }
}
