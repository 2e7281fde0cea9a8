package io.orderjourney.console.rest;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;

/** Every page and part of a page leaves with the same headers. */
public final class Pages {

    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private Pages() {}

    public static Response html(TemplateInstance page) {
        return builder(page).build();
    }

    public static Response.ResponseBuilder builder(TemplateInstance page) {
        return Response.ok(page.render(), MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header("Content-Security-Policy", CONTENT_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header("Cache-Control", "no-store");
    }

    /** A person without a session logs in and comes back; a part of a page loads the login as a whole. */
    public static Response toLogin(UriInfo address, HttpHeaders headers) {
        URI login = UriBuilder.fromPath("/desk/login")
                .queryParam("to", address.getRequestUri().getPath())
                .build();
        return headers.getHeaderString("HX-Request") == null
                ? Response.seeOther(login).build()
                : Response.status(Response.Status.UNAUTHORIZED)
                        .header("HX-Redirect", login)
                        .entity("")
                        .build();
    }
}
