package io.orderjourney.console.desk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something the viewer can do in a panel.
 *
 * @param name in the address, such as {@code reached}
 * @param label what the button says, in the viewer's language
 * @param effect what the customer will be told, in the viewer's language; null if nothing
 * @param key the letter that does the same as the button
 * @param primary the step at hand; a panel has at most one
 * @param fields what has to be filled in first
 * @param previews what it would lead to is shown while the fields are filled in, see {@link DeskScreen#preview}
 * @param held waits for ten seconds in which it can be undone, instead of a question whether it is meant
 */
public record Action(
        String name,
        String label,
        @Nullable String effect,
        char key,
        boolean primary,
        List<Field> fields,
        boolean previews,
        boolean held) {

    /** An action that can be undone for ten seconds, as all are that do not say otherwise. */
    public Action(
            String name,
            String label,
            @Nullable String effect,
            char key,
            boolean primary,
            List<Field> fields,
            boolean previews) {
        this(name, label, effect, key, primary, fields, previews, true);
    }

    /** An action that leads to the same whatever is filled in. */
    public Action(String name, String label, @Nullable String effect, char key, boolean primary, List<Field> fields) {
        this(name, label, effect, key, primary, fields, false);
    }

    /**
     * The same without the ten seconds: for what is not told to the customer and put right by doing it again, and for what is proved by
     * something that no finger slips into, such as a code.
     */
    public Action atOnce() {
        return new Action(name, label, effect, key, primary, fields, previews, false);
    }

    /** Whether its fields are shown only when somebody wants to act: several fields that are seldom needed hide the rest. */
    public boolean isFolded() {
        return !primary && fields.size() > 1;
    }

    /** The action with what was typed into its fields, so that nobody types it twice. */
    Action typed(Map<String, String> values) {
        return new Action(
                name,
                label,
                effect,
                key,
                primary,
                fields.stream().map(field -> field.typed(values)).toList(),
                previews,
                held);
    }

    /**
     * One thing to fill in.
     *
     * @param name of the form's field
     * @param label in the viewer's language
     * @param choices ready answers, such as free hours; empty for a free text
     * @param required whether it has to be filled in
     * @param value what stands there at first; null for nothing
     */
    public record Field(
            String name,
            String label,
            Type type,
            List<Choice> choices,
            boolean required,
            @Nullable String value) {

        /** A field that is empty at first. */
        public Field(String name, String label, Type type, List<Choice> choices, boolean required) {
            this(name, label, type, choices, required, null);
        }

        private Field typed(Map<String, String> values) {
            return new Field(name, label, type, choices, required, values.getOrDefault(name, value));
        }
    }

    /** What a field takes. */
    public enum Type {
        TEXT,
        LONG_TEXT,
        TIME,
        CHOICE,
        NUMBER
    }

    /** A ready answer. */
    public record Choice(String value, String label) {}
}
