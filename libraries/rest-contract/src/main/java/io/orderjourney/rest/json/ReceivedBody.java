package io.orderjourney.rest.json;

import jakarta.enterprise.context.RequestScoped;

/** The bytes of the body as they came, for who must compare or sign them. */
@RequestScoped
public class ReceivedBody {

    private byte[] bytes = new byte[0];

    void keep(byte[] read) {
        bytes = read;
    }

    /** The body's bytes; empty if there was no JSON body. The array is not copied and must not be changed. */
    public byte[] bytes() {
        return bytes;
    }
}
