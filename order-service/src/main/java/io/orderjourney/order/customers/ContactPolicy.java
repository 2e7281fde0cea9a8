package io.orderjourney.order.customers;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.state.CustomerContact;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer whom nobody can reach cannot be warned: there is an address or a telephone number, and the preferred channel
 * is one that leads to him.
 */
public final class ContactPolicy {

    /** A name is one line: it is written into the heads of messages. */
    public static final String ONE_LINE = "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029]*$";

    public static final String E_164 = "^\\+[1-9][0-9]{6,14}$";

    public static final String LANGUAGE = "^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,3}$";

    private ContactPolicy() {}

    /**
     * A contact that leads to the customer.
     *
     * @param preferred if absent, the written channel that exists, e-mail first
     * @throws ContactRefused if there is neither e-mail nor telephone, the preferred channel needs the other one, or the
     *     time zone does not exist
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
            throw new ContactRefused(
                    ContactRefused.Flaw.NO_WAY, "There must be an e-mail address or a telephone number");
        }
        Channel channel = Objects.requireNonNullElse(preferred, email == null ? Channel.SMS : Channel.EMAIL);
        if ((channel == Channel.EMAIL ? email : phone) == null) {
            throw new ContactRefused(
                    ContactRefused.Flaw.CHANNEL_LEADS_NOWHERE,
                    "The preferred channel " + channel + " does not lead to the customer");
        }
        if (timeZone != null && !ZoneId.getAvailableZoneIds().contains(timeZone)) {
            throw new ContactRefused(ContactRefused.Flaw.TIME_ZONE_UNKNOWN, "There is no such time zone");
        }
        return new CustomerContact(customerId, name, email, phone, language, channel, timeZone);
    }
}
