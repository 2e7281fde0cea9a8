package io.orderjourney.journeytests.shop;

import java.util.ArrayList;
import java.util.List;

/** What must hold, and what did not. */
public final class Checks {

    private final List<String> failures = new ArrayList<>();
    private int held;

    public void that(boolean holds, String what) {
        if (holds) {
            held++;
        } else {
            failures.add(what);
        }
    }

    public int held() {
        return held;
    }

    public List<String> failures() {
        return List.copyOf(failures);
    }
}
