package io.orderjourney.rest.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.function.Function;

/**
 * Types that are written as one text each. Jackson's own readers also take numbers and arrays for a time.
 */
final class StringCoercion extends SimpleModule {

    private static final long serialVersionUID = 1L;

    StringCoercion() {
        super("order-journey-text-types");
        text(Instant.class, text -> StrictTimes.time(text).toInstant());
        text(OffsetDateTime.class, StrictTimes::time);
        text(LocalDateTime.class, StrictTimes::localTime);
        text(LocalDate.class, StrictTimes::date);
        text(LocalTime.class, LocalTime::parse);
        text(Duration.class, Duration::parse);
        text(ZoneId.class, ZoneId::of);
    }

    private <T> void text(Class<T> type, Function<String, T> parse) {
        addDeserializer(type, new TextReader<>(type, parse));
    }

    private static final class TextReader<T> extends StdScalarDeserializer<T> {

        private static final long serialVersionUID = 1L;
        private final transient Function<String, T> parse;

        TextReader(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return context.reportInputMismatch(this, "A text is expected");
            }
            try {
                return parse.apply(parser.getText());
            } catch (DateTimeException | ArithmeticException e) {
                throw context.weirdStringException("", handledType(), "not a valid text of this type");
            }
        }
    }
}
