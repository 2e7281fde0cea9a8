package io.orderjourney.credit.applications;

import java.util.Locale;

/** What can be done to an application. */
public enum ApplicationStep {
    CONFIRM,
    LOG_CALL,
    COMPLETE,
    SUBMIT,
    RECEIVE_BY_BANK,
    APPROVE,
    REFUSE,
    GIVE_UPDATE,
    BOOK_APPOINTMENT,
    SIGN,
    ANNOUNCE_PAPERS,
    SEARCH_PAPERS,
    CHECK_IN_PAPERS;

    String inWords() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
