package io.orderjourney.stack.http;

/** A request that an endpoint of the stack refuses, with the status and the reason for the caller. */
public final class BadRequest extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String detail;

    public BadRequest(String detail) {
        this(400, detail);
    }

    public BadRequest(int status, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.detail = detail;
    }

    public int status() {
        return status;
    }

    public String detail() {
        return detail;
    }
}
