package io.orderjourney.notification.messages;

/** Renders messages in the customer's language. */
public interface MessageRenderer {

    /**
     * A message in one language.
     *
     * @param title one line without control characters
     * @param text plain text for mail readers
     * @param html the same with simple formatting
     * @param sms the short form, at most five segments long
     */
    record RenderedMessage(String title, String text, String html, String sms) {}

    RenderedMessage render(MessageContent content);
}
