package io.orderjourney.notification.answers.rest;

import io.orderjourney.notification.answers.AnswerPageRenderer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** What a customer's browser is told about each of our pages. */
@ApplicationScoped
class PageHeaders {

    private final AnswerPageRenderer renderer;

    PageHeaders(AnswerPageRenderer renderer) {
        this.renderer = renderer;
    }

    /** The page may only submit its own form; it is not framed, cached or indexed. */
    Response.ResponseBuilder on(Response.ResponseBuilder response) {
        return response.header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src " + renderer.stylePolicy()
                                + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Robots-Tag", "noindex, nofollow")
                .header("Referrer-Policy", "no-referrer");
    }
}
