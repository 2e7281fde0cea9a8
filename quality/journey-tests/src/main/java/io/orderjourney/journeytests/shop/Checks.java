package io.orderjourney.journeytests.story;

import java.util.ArrayList;
import java.util.List;

/** What must hold, and what did not. */
final class Checks {

    private final List<String> failures = new ArrayList<>();
    private int held;

    void that(boolean holds, String what) {
        if (holds) {
            held++;
        } else {
            failures.add(what);
        }
    }

    int held() {
        return held;
    }

    List<String> failures() {
        return List.copyOf(failures);
    }
}
