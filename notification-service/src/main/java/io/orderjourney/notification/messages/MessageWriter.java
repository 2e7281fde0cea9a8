package io.orderjourney.notification.messages;

import org.jspecify.annotations.Nullable;

/** Puts letters into words, in the customer's language. */
public interface MessageWriter {

    /** @param name the customer's name for the greeting; null for the copy that the shop keeps */
    WrittenMessage write(Letter letter, @Nullable String name);
}
