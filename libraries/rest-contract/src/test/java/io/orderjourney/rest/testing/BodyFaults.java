package io.orderjourney.rest.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes bodies out of good ones that no client of ours would send. */
final class BodyFaults {

    /** Stands in what is sent, and must never stand in a refusal. */
    static final String MARK = "echo4711";

    /** The name of something nobody asked for: a refusal may point at it. */
    static final String NAME = "oddity";

    /** A body that has grown so long is wrong enough; faults in faults would multiply it. */
    private static final int GROWN = 10_000;

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String HERE = "@here@";

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            MARK,
            "<script>" + MARK + "</script>",
            "\\u0000" + MARK,
            "\\ud800",
            MARK + "\\r\\nBcc: x@example.org",
            "\\u202e" + MARK,
            "\uD83D\uDE00",
            "O'Brien",
            "' or 1=1 --",
            "%_\\\\",
            "${jndi:ldap://" + MARK + "}",
            "{7*7}",
            "x".repeat(300),
            "\u0142".repeat(20_000),
            "-1",
            "0",
            "1",
            "null",
            "true");

    private static final List<String> TIMES = List.of(
            "2026-02-30",
            "2026-03-02",
            "+999999999-12-31",
            "-999999999-01-01",
            "0000-01-01T00:00:00Z",
            "9999-12-31T23:59:59Z",
            "2999-12-31T23:59:59.999999999+01:00",
            "2999-12-31T23:59:59-18:00",
            "1900-01-01T00:00:00+18:00",
            "1970-01-01T00:00:00Z",
            "2100-01-01T00:00:00Z",
            "2026-03-29T02:30:00+01:00",
            "2026-01-12T17:00:00",
            "2026-01-12T17:00:00+19:00",
            "2026-01-12T24:00:00Z",
            "2016-12-31T23:59:60Z",
            "24:00",
            "00:00",
            "23:59:59.999999999",
            "25:61",
            "P999999999D",
            "PT-1S",
            "PT0S",
            "PT2562047788015215H",
            "Mars/Olympus",
            "GMT+99",
            "UTC",
            "Europe/Warsaw");

    private static final List<String> WORDS = List.of(
            "APPROVED",
            "REFUSED",
            "CALL",
            "SMS",
            "NO_ANSWER",
            "PICKUP_POINT",
            "CONFIRMATION_CALL",
            "ready_for_pickup",
            "XXX",
            "PLN",
            "pln",
            "pl",
            "xx-YY-zz",
            "1-1-1-1-1",
            "00000000-0000-0000-0000-000000000000",
            "019bb179-fba3-7cde-9689-2bbebbf6c5fe",
            "+48501234567",
            "+0",
            "jan@example.com",
            "\\\"jan\\\"@example.com",
            "a@b@c");

    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "1",
            "2",
            "1.5",
            "1e2",
            "1000000",
            "2147483647",
            "2147483648",
            "-2147483648",
            "9223372036854775807",
            "-9223372036854775808",
            "9223372036854775808",
            "1e400",
            "1e-999999999",
            "9".repeat(200),
            "NaN",
            "-0",
            "01");

    private static final List<String> SHAPES = List.of(
            "null",
            "true",
            "false",
            "[]",
            "{}",
            "[null]",
            "[[[[[[]]]]]]",
            "{\"@class\":\"java.lang.Runtime\"}",
            "{\"" + NAME + "\":1}",
            "[".repeat(100) + "]".repeat(100),
            "[" + "null,".repeat(600) + "null]",
            "[" + "{},".repeat(10_001) + "{}]");

    private static final List<String> BODIES = List.of(
            "",
            " ",
            "null",
            "[]",
            "{}",
            "1",
            "\"" + MARK + "\"",
            "{",
            "}",
            "{\"a\":1}{\"a\":1}",
            "/* " + MARK + " */ {}",
            "\uFEFF{}",
            "<xml>" + MARK + "</xml>",
            "a=1&b=2",
            "[".repeat(5_000),
            "{\"" + NAME + "\":".repeat(5_000),
            "{\"a\":\"" + "x".repeat(300_000) + "\"}");

    private BodyFaults() {}

    /** The body with one to three things wrong. */
    static byte[] in(String good, Random random) {
        if (random.nextInt(12) == 0) {
            return pick(BODIES, random).getBytes(StandardCharsets.UTF_8);
        }
        String body = good;
        for (int i = random.nextInt(3); i >= 0 && (body.equals(good) || body.length() < GROWN); i--) {
            body = random.nextInt(5) == 0 ? inText(body, random) : inTree(body, random);
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(24)) {
            case 0 -> body.getBytes(StandardCharsets.UTF_16);
            case 1, 2 -> changedByte(bytes, random);
            default -> bytes;
        };
    }

    private static byte[] changedByte(byte[] bytes, Random random) {
        if (bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static String inText(String body, Random random) {
        int at = random.nextInt(body.length() + 1);
        return switch (random.nextInt(4)) {
            case 0 -> body.substring(0, at);
            case 1 ->
                body.substring(0, at)
                        + pick(List.of(",", ":", "\"", "{", "]", "\u0000", "\\"), random)
                        + body.substring(at);
            case 2 -> body.replaceFirst("(\"[a-zA-Z]+\":)", "$1\"" + MARK + "\",$1");
            default -> body + pick(List.of("}", ",", " {}", "\u0000", MARK), random);
        };
    }

    private static String inTree(String body, Random random) {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(body);
        } catch (JsonProcessingException noTreeAnyMore) {
            return inText(body, random);
        }
        List<JsonNode> parents = new ArrayList<>();
        collect(tree, parents);
        if (parents.isEmpty()) {
            return inText(body, random);
        }
        JsonNode parent = parents.get(random.nextInt(parents.size()));
        String odd = parent instanceof ArrayNode array ? change(array, random) : change((ObjectNode) parent, random);
        return tree.toString().replace("\"" + HERE + "\"", odd);
    }

    private static void collect(JsonNode node, List<JsonNode> parents) {
        if (node.isContainerNode() && node.size() > 0) {
            parents.add(node);
            node.forEach(child -> collect(child, parents));
        }
    }

    /** Changes one element, or leaves a place for what is answered. */
    private static String change(ArrayNode array, Random random) {
        int at = random.nextInt(array.size());
        JsonNode old = array.get(at);
        switch (random.nextInt(4)) {
            case 0 -> array.remove(at);
            case 1 -> array.add(old.deepCopy());
            case 2 -> {
                for (int i = 0; i < 600; i++) {
                    array.add(old.deepCopy());
                }
            }
            default -> array.set(at, MAPPER.getNodeFactory().textNode(HERE));
        }
        return odd(old, random);
    }

    private static String change(ObjectNode object, Random random) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = pick(names, random);
        JsonNode old = object.path(name);
        switch (random.nextInt(8)) {
            case 0 -> object.remove(name);
            case 1 ->
                object.put(pick(List.of("status", "version", "shopId", "__proto__", "@type", NAME), random), HERE);
            case 2 -> object.set(name, object.path(pick(names, random)).deepCopy());
            default -> object.put(name, HERE);
        }
        return odd(old, random);
    }

    /** Mostly of the same kind, so that it reaches the rules behind the types. */
    private static String odd(JsonNode old, Random random) {
        boolean sameKind = random.nextInt(3) > 0;
        if (sameKind && old.isNumber()) {
            return pick(NUMBERS, random);
        }
        if (sameKind && old.isTextual()) {
            boolean time = old.asText().matches(".*[0-9]:[0-9].*|[0-9]{4}-[0-9]{2}-[0-9]{2}|P.*[DHMS]|[A-Z][a-z]+/.*");
            return '"' + pick(time ? TIMES : random.nextInt(4) == 0 ? WORDS : TEXTS, random) + '"';
        }
        return switch (random.nextInt(5)) {
            case 0 -> pick(NUMBERS, random);
            case 1 -> '"' + pick(TIMES, random) + '"';
            case 2 -> '"' + pick(WORDS, random) + '"';
            case 3 -> '"' + pick(TEXTS, random) + '"';
            default -> pick(SHAPES, random);
        };
    }

    static <T> T pick(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
