package io.orderjourney.notification.messages;

/**
 * A message in words.
 *
 * @param title one line without control characters
 * @param text plain text for mail readers
 * @param html the same with a little shape
 * @param sms the short form, at most three segments long
 */
public record WrittenMessage(String title, String text, String html, String sms) {}
