package io.orderjourney.notification.incidents;

import java.util.regex.Pattern;

/**
 * A person who is called when something happens.
 *
 * @param phone E.164
 * @param language BCP 47, in which they read
 */
public record OnCall(String name, String phone, String language) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final int NAME_LENGTH_MAX = 100;

    /** @throws IllegalArgumentException if the number is none, or the name is empty or too long */
    public OnCall {
        if (!E164.matcher(phone).matches()) {
            throw new IllegalArgumentException("a number is written like +48600100200");
        }
        if (name.isBlank() || name.length() > NAME_LENGTH_MAX) {
            throw new IllegalArgumentException("a name has 1 to " + NAME_LENGTH_MAX + " characters");
        }
    }
}
