package io.orderjourney.journeytests.story;

import io.orderjourney.journeytests.shop.Mailbox;

/** One customer's order, played from the outside. */
interface Story {

    void play();

    /** Empty until the order is placed. */
    String orderId();

    Mailbox mailbox();

    Timeline timeline();
}
