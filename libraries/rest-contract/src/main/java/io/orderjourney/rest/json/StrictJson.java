package io.orderjourney.rest.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemCodes;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Reads a request body as exactly one JSON value in UTF-8. Wrong syntax, wrong types, unknown or repeated properties and
 * anything beyond the limits are refused with 400; characters that text cannot hold, and texts that name nothing, with 422.
 */
public final class StrictJson {

    /** A request body longer than this is refused with 413. */
    public static final int BODY_BYTES_MAX = 256 * 1024;

    static final int NESTING_DEPTH_MAX = 32;
    static final int STRING_LENGTH_MAX = 20_000;
    static final int NAME_LENGTH_MAX = 200;
    static final int NUMBER_LENGTH_MAX = 40;
    static final int NUMBER_EXPONENT_MAX = 99;
    static final int ARRAY_ITEMS_MAX = 10_000;

    private static final ObjectMapper MAPPER = mapper();

    private StrictJson() {}

    /**
     * The value of the body.
     *
     * @throws Problem with 400 or 422 and the pointer of the place that is wrong, as far as it is known
     */
    public static Object read(byte[] body, Type type) {
        String text = decode(body);
        try {
            JsonInspection.inspect(MAPPER.getFactory(), text);
            JavaType target = MAPPER.constructType(type);
            Object value = MAPPER.readValue(text, target);
            if (value == null) {
                throw Problem.badRequest(ProblemCodes.TYPE_MISMATCH, "The body is null.");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw JsonProblems.problem(e);
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory cannot fail", e);
        }
    }

    /** Jackson would guess UTF-16 and UTF-32 and repair broken UTF-8; RFC 8259 allows only UTF-8 between systems. */
    private static String decode(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            if (text.isBlank()) {
                throw Problem.badRequest(ProblemCodes.JSON_MALFORMED, "The body is empty; a JSON value is expected.");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw Problem.badRequest(ProblemCodes.JSON_MALFORMED, "The body is not UTF-8.");
        }
    }

    private static ObjectMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
                // An instant keeps the offset it was written with where the target type can hold one.
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .addModule(new JavaTimeModule())
                .addModule(new StringCoercion())
                .addModule(new WholeNumbers());
        builder.withCoercionConfigDefaults(
                config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.EmptyArray, CoercionAction.Fail));
        builder.withCoercionConfig(
                LogicalType.Textual,
                config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsEmpty));
        builder.withCoercionConfig(
                LogicalType.Collection,
                config -> config.setCoercion(CoercionInputShape.EmptyArray, CoercionAction.AsEmpty));
        // A list that should hold orders and holds a null breaks far from here; a null itself is left to @NotNull.
        builder.defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
        ObjectMapper mapper = builder.build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(NESTING_DEPTH_MAX)
                        .maxStringLength(STRING_LENGTH_MAX)
                        .maxNameLength(NAME_LENGTH_MAX)
                        .maxNumberLength(BODY_BYTES_MAX)
                        .build());
        return mapper;
    }
}
