package io.orderjourney.notification.answers;

/** Renders the page behind an answer link, in the customer's language. */
public interface AnswerPageRenderer {

    String render(AnswerPage page);

    /**
     * The page for a link that is not ours.
     *
     * @param acceptLanguage the browser's preference; empty for none
     */
    String unknownLink(String acceptLanguage);

    /** What the pages' style must hash to, for the header that allows nothing else. */
    String stylePolicy();
}
