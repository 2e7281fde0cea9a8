package io.orderjourney.rest.json;

import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemCodes;
import jakarta.enterprise.context.RequestScoped;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of the body as they came, for who must compare or sign them. */
@RequestScoped
public class ReceivedBody {

    private byte[] bytes = new byte[0];

    byte[] readFrom(InputStream body) {
        try {
            bytes = body.readNBytes(StrictJson.BODY_BYTES_MAX + 1);
        } catch (IOException senderIsGone) {
            throw Problem.of(408, ProblemCodes.BODY_INCOMPLETE, "The body did not arrive in time, or not whole.")
                    .withHeader("Connection", "close");
        }
        if (bytes.length > StrictJson.BODY_BYTES_MAX) {
            throw Problem.of(413, ProblemCodes.BODY_TOO_LARGE, "The body is longer than 256 kB.")
                    .withHeader("Connection", "close");
        }
        return bytes;
    }

    /** The body's bytes; empty if there was no body. The array is not copied and must not be changed. */
    public byte[] bytes() {
        return bytes;
    }
}
