package io.orderjourney.fulfillment.contacts;

import io.orderjourney.contracts.state.DeliveryAddress;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A customer as the counter and the warehouse know them.
 *
 * @param phone E.164; null if they gave none
 * @param addresses where the parcels of their open orders go
 */
public record Contact(
        UUID customerId, String name, @Nullable String phone, List<DeliveryAddress> addresses) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    public Contact {
        addresses = List.copyOf(addresses);
    }

    /** Where the parcel of this order goes; empty if it is not delivered, or its journey is over. */
    public Optional<DeliveryAddress> addressOf(UUID orderId) {
        return addresses.stream()
                .filter(address -> address.journeyId().equals(orderId))
                .findFirst();
    }

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
