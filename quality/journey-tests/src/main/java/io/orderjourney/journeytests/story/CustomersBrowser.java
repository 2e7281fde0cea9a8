package io.orderjourney.journeytests.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page behind the link of a message, as its customer opens it: no token but the link. */
public final class CustomersBrowser {

    private static final Pattern LINK = Pattern.compile("https?://\\S+/o/[A-Za-z0-9_-]+");
    private static final Pattern PROMISE = Pattern.compile("name=\"promise\" value=\"([0-9a-f-]{36})\"");
    private static final Pattern TIME = Pattern.compile("name=\"requestedTime\" value=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI link;

    private CustomersBrowser(URI link) {
        this.link = link;
    }

    /** @throws IllegalStateException if the message has no link */
    public static CustomersBrowser at(String message) {
        Matcher link = LINK.matcher(message);
        if (!link.find()) {
            throw new IllegalStateException("A message without a link: " + message);
        }
        return new CustomersBrowser(URI.create(link.group()));
    }

    /** Chooses the last of the offered times; false if none was offered, or it was refused. */
    public boolean chooseLastTime() {
        String page = send(HttpRequest.newBuilder(link).GET()).body();
        Matcher promise = PROMISE.matcher(page);
        List<String> times =
                TIME.matcher(page).results().map(MatchResult::group).toList();
        if (!promise.find() || times.isEmpty()) {
            return false;
        }
        Matcher time = TIME.matcher(times.get(times.size() - 1));
        String form = "answer=ANOTHER_TIME&promise=" + promise.group(1) + "&requestedTime="
                + URLEncoder.encode(time.find() ? time.group(1) : "", StandardCharsets.UTF_8);
        return answer(form);
    }

    /** Presses the button that cancels the order; false if it was refused. */
    boolean cancel() {
        return answer("answer=CANCEL");
    }

    private boolean answer(String form) {
        return send(HttpRequest.newBuilder(link)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form)))
                        .statusCode()
                == 303;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", stop);
        }
    }
}
