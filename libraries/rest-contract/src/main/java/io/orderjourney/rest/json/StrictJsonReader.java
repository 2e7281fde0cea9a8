package io.orderjourney.rest.json;

import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemCodes;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Locale;

/** Takes the place of the platform's lenient JSON reader for every request body. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class StrictJsonReader implements MessageBodyReader<Object> {

    private final ReceivedBody received;

    StrictJsonReader(ReceivedBody received) {
        this.received = received;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return true;
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body) {
        requirePlainUtf8(mediaType, headers.getFirst(HttpHeaders.CONTENT_ENCODING));
        return StrictJson.read(received.readFrom(body), genericType);
    }

    private static void requirePlainUtf8(MediaType mediaType, String encoding) {
        String charset = mediaType.getParameters().get(MediaType.CHARSET_PARAMETER);
        boolean otherCharset =
                charset != null && !charset.toLowerCase(Locale.ROOT).equals("utf-8");
        boolean packed = encoding != null && !encoding.equalsIgnoreCase("identity");
        if (otherCharset || packed) {
            throw Problem.of(415, ProblemCodes.MEDIA_TYPE_UNSUPPORTED, "Send plain JSON in UTF-8, not compressed.");
        }
    }
}
