package io.orderjourney.journeytests.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.journeytests.shop.Shop;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls the shop's API and counts the calls. An endpoint has one name, whatever id its address contains. */
final class ApiClient {

    private static final String IDS =
            "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|expert-[^/]+|L-\\d+";

    private final Shop shop;
    private final Counters counters;

    ApiClient(Shop shop, Counters counters) {
        this.shop = shop;
        this.counters = counters;
    }

    Shop.Response get(String who, String path) {
        return counters.call(name("GET", path), () -> shop.get(who, path));
    }

    Shop.Response post(String who, String path, String body) {
        return counters.call(name("POST", path), () -> shop.post(who, path, body));
    }

    /** With the version that the caller has seen. */
    Shop.Response post(String who, String path, String body, @Nullable String etag) {
        return counters.call(name("POST", path), () -> shop.post(who, path, body, etag));
    }

    Shop.Response put(String who, String path, String body) {
        return counters.call(name("PUT", path), () -> shop.put(who, path, body));
    }

    /** With the version that the caller has seen. */
    Shop.Response put(String who, String path, String body, @Nullable String etag) {
        return counters.call(name("PUT", path), () -> shop.put(who, path, body, etag));
    }

    /** A whole queue, page by page. */
    List<JsonNode> all(String who, String path) {
        List<JsonNode> items = new ArrayList<>();
        String limited = path + (path.indexOf('?') < 0 ? "?" : "&") + "limit=200";
        String next = "";
        do {
            String cursor = next.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
            JsonNode page = counters.call(name("GET", path), () -> shop.get(who, limited + cursor))
                    .ok();
            page.path("items").forEach(items::add);
            next = page.path("next").asText("");
        } while (!next.isEmpty());
        return items;
    }

    static boolean done(Shop.Response response) {
        return response.status() / 100 == 2;
    }

    private static String name(String verb, String path) {
        String bare = path.replaceFirst("^http://[^/]+", "").replace("/api/v1", "");
        return verb + " "
                + bare.replaceAll(IDS, "{id}")
                        .replaceAll("(journey|journeyId|orderId|lines|pickupPoint|language|payment)=[^&]*&?", "")
                        .replaceAll("[?&]$", "")
                        .replaceAll("\\d{4}-\\d{2}-\\d{2}", "{date}")
                        .replaceAll("/stock/.*", "/stock/{point}/{sku}");
    }
}
