package io.orderjourney.notification.channels;

/**
 * A message ready for a channel.
 *
 * @param reference the same in every attempt, so that a copy can be recognised
 * @param to e-mail address or E.164 number
 * @param title subject line; unused by SMS
 * @param text plain text
 * @param html the same for mail readers; empty for SMS
 */
public record Message(String reference, String to, String title, String text, String html) {}
