package io.orderjourney.fulfillment.masterdata;

/**
 * A value that cannot be right.
 *
 * @param field where it stands, such as {@code slotsPerHour}
 */
public record Violation(String field, Flaw flaw) {

    /** What can be wrong with a value. */
    public enum Flaw {
        MISSING("It is missing."),
        TOO_LONG("It is too long."),
        NOT_ONE_LINE("It must be one line of text."),
        NOT_A_CODE("1 to 64 letters, digits, dots, dashes and underscores, the first one a letter or a digit."),
        TAKEN("There is one with this code already."),
        NOT_A_NUMBER_TO_CALL("Write it with the country code, such as +48221000040."),
        NOT_A_COUNTRY("Write the two letters of its ISO 3166 code, such as PL."),
        HOLIDAYS_UNKNOWN("The holidays of this country are not known."),
        HOURS_UNREADABLE("Write them such as: Mon-Fri 09:00-20:00; Sat 10:00-16:00."),
        NEVER_OPEN("It would never be open."),
        NOT_DAYS("Write days such as 2026-12-24, one after the other."),
        OUT_OF_RANGE("It is too small or too large.");

        private final String what;

        Flaw(String what) {
            this.what = what;
        }

        /** In words, for a program's log. */
        public String what() {
            return what;
        }
    }
}
