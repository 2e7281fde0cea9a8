package io.orderjourney.sql;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * An array as the value of a statement, for {@code = any(?)} and {@code unnest(?)}. An empty one keeps its type.
 *
 * @param elementType PostgreSQL's name of the type of one element
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record SqlArray(String elementType, @Nullable Object[] elements) {

    public static SqlArray uuids(Collection<? extends @Nullable Object> values) {
        return of("uuid", values);
    }

    /** Texts; an enum is bound by its name. */
    public static SqlArray texts(Collection<? extends @Nullable Object> values) {
        return of(
                "text",
                values.stream()
                        .map(value -> value instanceof Enum<?> constant ? constant.name() : value)
                        .toList());
    }

    public static SqlArray numbers(Collection<Long> values) {
        return of("int8", values);
    }

    public static SqlArray instants(Collection<? extends @Nullable Instant> values) {
        return of(
                "timestamptz",
                values.stream()
                        .map(value -> value == null ? null : value.atOffset(ZoneOffset.UTC))
                        .toList());
    }

    /** Elements of any type that PostgreSQL's driver knows, in the order of the collection; an element may be null. */
    public static SqlArray of(String elementType, Collection<? extends @Nullable Object> elements) {
        return new SqlArray(elementType, elements.toArray());
    }
}
