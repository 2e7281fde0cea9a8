package io.orderjourney.contracts;

/** How a customer asked. */
public enum InquiryChannel {
    /** They called. */
    PHONE,
    /** They wrote an e-mail. */
    EMAIL,
    /** They wrote in a chat. */
    CHAT,
    /** They wrote in public, on a social network. */
    SOCIAL,
    /** They came. */
    VISIT,
    /** They filled in the form on the contact page. */
    WEB_FORM
}
