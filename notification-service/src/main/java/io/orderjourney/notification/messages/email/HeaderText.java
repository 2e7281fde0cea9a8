package io.orderjourney.notification.messages.email;

import java.util.regex.Pattern;

/** Checks every value of a mail header: a line break in it would inject another header. */
final class HeaderText {

    static final int LENGTH_MAX = 250;

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"(),:;@\\[\\]\\\\]{1,64}@[A-Za-z0-9.-]{1,190}");

    private HeaderText() {}

    /** @throws IllegalArgumentException for control characters or line separators, or a line that is too long */
    static String line(String value) {
        boolean unsafe = value.codePoints()
                .anyMatch(character -> Character.isISOControl(character) || character == 0x2028 || character == 0x2029);
        if (unsafe || value.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("Not fit for a header");
        }
        return value;
    }

    /** @throws IllegalArgumentException for anything but one plain address */
    static String address(String value) {
        if (!ADDRESS.matcher(line(value)).matches()) {
            throw new IllegalArgumentException("Not an address");
        }
        return value;
    }
}
