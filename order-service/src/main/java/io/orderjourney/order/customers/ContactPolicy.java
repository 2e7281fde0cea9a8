package io.orderjourney.order.customers;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.state.CustomerContact;
import java.net.IDN;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer who cannot be reached cannot be warned: there is an address or a telephone number, and the preferred channel
 * reaches them.
 */
public final class ContactPolicy {

    public static final String E_164 = "^\\+[1-9][0-9]{6,14}$";
    public static final String LANGUAGE = "^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,3}$";

    /** Also in its ASCII form. */
    public static final int EMAIL_LENGTH_MAX = 254;

    private ContactPolicy() {}

    /**
     * A contact that reaches the customer.
     *
     * @param email an international domain is stored in its ASCII form
     * @param preferred if null, the written channel that exists, e-mail first
     * @throws Refused if there is neither e-mail nor telephone, the preferred channel needs the other one, the address
     *     cannot be mailed to, the number cannot be dialled, or the time zone does not exist
     */
    public static CustomerContact contact(
            UUID customerId,
            String name,
            @Nullable String email,
            @Nullable String phone,
            String language,
            @Nullable Channel preferred,
            @Nullable String timeZone) {
        if (email == null && phone == null) {
            throw new Refused(Violation.CONTACT_MISSING, "There must be an e-mail address or a telephone number");
        }
        if (phone != null && !phone.matches(E_164)) {
            throw new Refused(Violation.PHONE_UNREACHABLE, "A telephone number is written like +48501234567");
        }
        Channel channel = Objects.requireNonNullElse(preferred, email == null ? Channel.SMS : Channel.EMAIL);
        if ((channel == Channel.EMAIL ? email : phone) == null) {
            throw new Refused(
                    Violation.CHANNEL_UNREACHABLE, "The preferred channel " + channel + " does not reach the customer");
        }
        if (timeZone != null && !ZoneId.getAvailableZoneIds().contains(timeZone)) {
            throw new Refused(Violation.TIME_ZONE_UNKNOWN, "There is no such time zone");
        }
        return new CustomerContact(
                customerId, name, email == null ? null : asciiAddress(email), phone, language, channel, timeZone);
    }

    /**
     * A contact with another name, address or telephone number. What is preferred stays while it still reaches the customer.
     *
     * @param phone as people write it, spaces and dashes included
     * @throws Refused as {@link #contact}
     */
    public static CustomerContact changed(
            CustomerContact known, String name, @Nullable String email, @Nullable String phone) {
        String number = phone == null ? null : phone.replaceAll("[ ()./-]", "");
        boolean stillReaches = (known.preferredChannel() == Channel.EMAIL ? email : number) != null;
        return contact(
                known.customerId(),
                name,
                email,
                number,
                known.language(),
                stillReaches ? known.preferredChannel() : null,
                known.timeZone());
    }

    /** The address as every mail server takes it: an international domain in its ASCII form. */
    private static String asciiAddress(String email) {
        int at = email.lastIndexOf('@');
        if (at < 1 || email.chars().anyMatch(Character::isWhitespace)) {
            throw new Refused(Violation.EMAIL_UNREACHABLE, "Mail cannot be sent to this address");
        }
        try {
            String ascii = email.substring(0, at + 1) + IDN.toASCII(email.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
            if (ascii.length() <= EMAIL_LENGTH_MAX && ascii.chars().allMatch(character -> character < 0x80)) {
                return ascii;
            }
        } catch (IllegalArgumentException noDomain) {
            // Refused below, like an address that is not ASCII before the @.
        }
        throw new Refused(Violation.EMAIL_UNREACHABLE, "Mail cannot be sent to this address");
    }

    /** What is wrong with a contact. */
    public enum Violation {
        /** Neither e-mail nor telephone. */
        CONTACT_MISSING,
        /** The preferred channel needs what is not given. */
        CHANNEL_UNREACHABLE,
        /** An address that mail servers do not take. */
        EMAIL_UNREACHABLE,
        /** A number that nobody can dial from everywhere. */
        PHONE_UNREACHABLE,
        /** No such time zone. */
        TIME_ZONE_UNKNOWN
    }

    /** With this contact the customer cannot be reached, or their quiet hours are not known. */
    public static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final Violation violation;

        Refused(Violation violation, String why) {
            super(why);
            this.violation = violation;
        }

        public Violation violation() {
            return violation;
        }
    }
}
