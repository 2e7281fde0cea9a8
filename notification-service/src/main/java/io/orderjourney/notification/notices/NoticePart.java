package io.orderjourney.notification.notices;

import io.orderjourney.contracts.NoticeSubject;

/** One thing a message tells: a piece of news, or a promise's new date. */
public sealed interface NoticePart {

    /** A piece of news. */
    record News(NoticeSubject subject) implements NoticePart {}

    /** A promise has another date. */
    record NewDate(DateChange change) implements NoticePart {}
}
