package io.orderjourney.notification.answers;

import org.jspecify.annotations.Nullable;

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

    /**
     * The form in which somebody finds their order again who lost the link.
     *
     * @param acceptLanguage the browser's preference; empty for none
     * @param refused why it is shown again; null the first time
     */
    String findOrder(String acceptLanguage, @Nullable NotFound refused);

    /** The questions about how it was, or the thanks for the answers. */
    String feedback(FeedbackPage page);

    /**
     * The page with the questions about an order.
     *
     * @param state what it shows
     * @param code the code for the next order, as thanks for the answers; absent without one
     */
    record FeedbackPage(
            String orderNumber,
            String language,
            State state,
            @Nullable String code) {

        /** What the page shows. */
        public enum State {
            /** The questions. */
            ASKS,
            /** The questions again: the first one was not answered. */
            RATING_MISSING,
            /** Thanks. */
            GIVEN,
            /** They are not asked again. */
            STOPPED
        }
    }

    /** Why an order was not found. */
    enum NotFound {
        /** No order has this number and this customer. */
        NO_SUCH_ORDER,
        /** It was tried too often. */
        TOO_MANY_TRIES
    }

    /** The order's dates as a file for any calendar (RFC 5545). */
    String calendar(CustomerCalendar calendar);

    /** What the pages' style must hash to, for the header that allows nothing else. */
    String stylePolicy();
}
