package io.orderjourney.notification.answers;

/** Renders the pages behind the links of messages, in the customer's language. */
public interface AnswerPageRenderer {

    String render(CustomerPage page);

    /**
     * The page for a link that is not ours.
     *
     * @param acceptLanguage the browser's preference; empty for none
     */
    String unknownLink(String acceptLanguage);

    /** The page for a link whose journey ended long ago. */
    String expiredLink(String language);

    /** What the pages' style must hash to, for the header that allows nothing else. */
    String stylePolicy();
}
