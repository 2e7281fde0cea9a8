package io.orderjourney.notification.answers;

import io.orderjourney.contracts.state.CustomerContact;
import java.util.Locale;

/**
 * What somebody knows who lost the link to their order: the order's number, and the mail address or phone number that it was
 * placed with. Both are what they typed.
 */
public record OrderProof(String orderNumber, String contact) {

    /** As many digits as a number has without its country, so that nobody has to know how to write that. */
    private static final int DIGITS_MIN = 9;

    /** Whether what was typed is how this customer is reached. */
    public boolean isOf(CustomerContact customer) {
        return isMail(customer) || isPhone(customer);
    }

    private boolean isMail(CustomerContact customer) {
        String email = customer.email();
        return email != null && email.equalsIgnoreCase(contact.strip());
    }

    private boolean isPhone(CustomerContact customer) {
        String phone = customer.phone();
        // 0048 600 … and 0600 … are written for +48 600 …
        String typed = digits(contact).replaceFirst("^0+", "");
        return phone != null && typed.length() >= DIGITS_MIN && digits(phone).endsWith(typed);
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    /** As the shop writes it: A-100042. */
    public String number() {
        return orderNumber.strip();
    }

    /** One for everybody who is reached there, however they write it. */
    public String reachedAt() {
        String typed = digits(contact);
        return contact.contains("@") ? contact.strip().toLowerCase(Locale.ROOT) : typed;
    }
}
