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
     * @param smsDates how many of the new dates the short form tells, the first ones
     */
    record RenderedMessage(String title, String text, String html, String sms, int smsDates) {}

    RenderedMessage render(MessageContent content);
}
