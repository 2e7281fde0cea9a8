package io.orderjourney.notification.answers;

/** Puts the page behind an answer link into words, in the customer's language. */
public interface AnswerPageWriter {

    String write(AnswerPage page);

    /**
     * The page for a link that is not ours.
     *
     * @param acceptLanguage the browser's wish; empty for none
     */
    String unknownLink(String acceptLanguage);

    /** What the pages' style must hash to, for the header that allows nothing else. */
    String stylePolicy();
}
