package io.orderjourney.credit.roster.rest;

/** What the API document shows. */
final class RosterExamples {

    static final String SHIFT = """
            {"pickupPoint": "WAW-1", "from": "10:00", "until": "18:00"}""";

    static final String ABSENCE = """
            {"from": "2026-01-14T09:00:00+01:00", "until": "2026-01-16T19:00:00+01:00", "reason": "ill"}""";

    static final String CHECK_IN = "{\"pickupPoint\": \"WAW-1\"}";

    private RosterExamples() {}
}
