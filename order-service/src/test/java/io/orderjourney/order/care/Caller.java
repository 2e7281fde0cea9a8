package io.orderjourney.order.care;

import io.orderjourney.order.Shop;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Somebody who ordered and calls: nobody else has this name and this number. */
public record Caller(UUID journey, String orderNumber, String name, String phone, String email) {

    public static Caller whoOrdered(String payment) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String family = random.ints(10, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String phone = "+48" + random.nextLong(500_000_000L, 899_999_999L);
        String number = Shop.newOrderNumber();
        String email = family + "@example.com";
        UUID journey = Shop.placed(Shop.order(number, payment)
                .replace("Jan Kowalski", "Zoë Ł" + family)
                .replace("jan.kowalski@example.com", email)
                .replace("+48501234567", phone));
        return new Caller(journey, number, "Zoë Ł" + family, phone, email);
    }

    /** As a clerk hears and types it. */
    public String familyName() {
        return name.substring(4).replace('Ł', 'l');
    }

    public String lastDigits() {
        return phone.substring(phone.length() - 7);
    }
}
