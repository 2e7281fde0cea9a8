package io.orderjourney.rest.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whole numbers as JSON Schema means them, and as the readers of events take them: {@code 1.0} is one, {@code 1.5} is not.
 * Jackson either refuses every number with a point or cuts off what stands behind it.
 */
final class WholeNumbers extends SimpleModule {

    private static final long serialVersionUID = 1L;

    WholeNumbers() {
        super("order-journey-whole-numbers");
        add(Integer.class, BigDecimal::intValueExact);
        add(int.class, BigDecimal::intValueExact);
        add(Long.class, BigDecimal::longValueExact);
        add(long.class, BigDecimal::longValueExact);
    }

    private <T> void add(Class<T> type, Function<BigDecimal, T> exactly) {
        addDeserializer(type, new WholeNumber<>(type, exactly));
    }

    private static final class WholeNumber<T> extends StdScalarDeserializer<T> {

        private static final long serialVersionUID = 1L;
        private final transient Function<BigDecimal, T> exactly;

        WholeNumber(Class<T> type, Function<BigDecimal, T> exactly) {
            super(type);
            this.exactly = exactly;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.currentToken().isNumeric()) {
                return context.reportInputMismatch(this, "A whole number is expected");
            }
            BigDecimal number = parser.getDecimalValue();
            if (parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)
                    && number.stripTrailingZeros().scale() > 0) {
                return context.reportInputMismatch(this, "A whole number is expected");
            }
            try {
                return exactly.apply(number);
            } catch (ArithmeticException outOfRange) {
                throw new InputCoercionException(
                        parser, "The number is out of range", parser.currentToken(), _valueClass);
            }
        }

        @Override
        public @Nullable T getNullValue(DeserializationContext context) throws JsonMappingException {
            return _valueClass.isPrimitive() && context.isEnabled(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    ? context.reportInputMismatch(this, "A whole number is expected")
                    : null;
        }
    }
}
