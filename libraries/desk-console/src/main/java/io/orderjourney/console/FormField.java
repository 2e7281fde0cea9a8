package io.orderjourney.console;

import org.jspecify.annotations.Nullable;

/**
 * One field of a form.
 *
 * @param name as the form sends it
 * @param label in the reader's language
 * @param value what stands in it
 * @param type of the input
 * @param hint how to fill it in; null where the label says enough
 * @param error what is wrong with the value, in the reader's language; null if nothing is
 */
public record FormField(
        String name,
        String label,
        String value,
        String type,
        @Nullable String hint,
        @Nullable String error) {

    /** Of the element on the page. */
    public String id() {
        return name.replace('.', '-');
    }

    /** The elements that explain it, for the attribute {@code aria-describedby}; empty for none. */
    public String explainedBy() {
        String explained = (hint == null ? "" : id() + "-hint ") + (error == null ? "" : id() + "-error");
        return explained.strip();
    }
}
