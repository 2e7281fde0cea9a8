package io.orderjourney.messaging;

/** The data of the tests' events: number n of its journey. */
record Parcel(int number, String note) {

    static Parcel number(int number) {
        return new Parcel(number, "parcel " + number);
    }
}
