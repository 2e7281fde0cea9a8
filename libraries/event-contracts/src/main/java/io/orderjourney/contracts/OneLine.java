package io.orderjourney.contracts;

/** Text that people write and that goes on one line: a name, a street, a reason. In a form that Java and JavaScript both read. */
public final class OneLine {

    /** No control characters and no line ends of any writing. */
    public static final String PATTERN = "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029]*$";

    /** For the message of a refusal. */
    public static final String EXPECTED = "must be one line of text";

    private OneLine() {}
}
