package io.orderjourney.order.customers;

import io.orderjourney.contracts.state.CustomerContact;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A text under which a customer is found by its beginning, so that a search reads one stretch of an index however many
 * customers there are. A name stands there once from each of its words on; a phone number backwards, because people say its
 * last digits.
 */
public record SearchTerm(Kind kind, String text) {

    /** Fewer letters begin too many names. */
    public static final int LETTERS_MIN = 3;

    /** Fewer digits end too many numbers. */
    public static final int DIGITS_MIN = 4;

    /** What the text is. */
    public enum Kind {
        /** The name, lower case and without marks. */
        NAME,
        /** The address, lower case. */
        EMAIL,
        /** The digits of the number, the last one first. */
        PHONE
    }

    /** The terms of a customer. */
    public static Set<SearchTerm> of(CustomerContact contact) {
        Set<SearchTerm> terms = new LinkedHashSet<>();
        List<String> words = words(contact.name());
        IntStream.range(0, words.size()).forEach(first -> terms.add(new SearchTerm(Kind.NAME, from(first, words))));
        String email = contact.email();
        if (email != null) {
            terms.add(new SearchTerm(Kind.EMAIL, email.toLowerCase(Locale.ROOT)));
        }
        String phone = contact.phone();
        if (phone != null) {
            terms.add(new SearchTerm(Kind.PHONE, backwards(digits(phone))));
        }
        return terms;
    }

    /** What somebody typed, as the beginning of terms; empty if it is too short to look for. */
    public static List<SearchTerm> typed(String text) {
        String typed = text.strip();
        if (typed.matches("[+0-9 ()/.-]+")) {
            // A number as people dial it at home begins with a zero that it does not have abroad.
            String digits = digits(typed).replaceFirst("^0+", "");
            return digits.length() < DIGITS_MIN ? List.of() : List.of(new SearchTerm(Kind.PHONE, backwards(digits)));
        }
        List<SearchTerm> terms = new ArrayList<>();
        String words = String.join(" ", words(typed));
        if (words.length() >= LETTERS_MIN && typed.indexOf('@') < 0) {
            terms.add(new SearchTerm(Kind.NAME, words));
        }
        if (typed.length() >= LETTERS_MIN && typed.chars().noneMatch(Character::isWhitespace)) {
            terms.add(new SearchTerm(Kind.EMAIL, typed.toLowerCase(Locale.ROOT)));
        }
        return terms;
    }

    /** "jan maria kowalski" from its last word on is "kowalski jan maria". */
    private static String from(int first, List<String> words) {
        return Stream.concat(words.stream().skip(first), words.stream().limit(first))
                .collect(Collectors.joining(" "));
    }

    private static List<String> words(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace('ł', 'l')
                .replace('đ', 'd')
                .replace('ё', 'е');
        return Stream.of(plain.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String digits(String phone) {
        return phone.replaceAll("[^0-9]", "");
    }

    private static String backwards(String digits) {
        return new StringBuilder(digits).reverse().toString();
    }
}
