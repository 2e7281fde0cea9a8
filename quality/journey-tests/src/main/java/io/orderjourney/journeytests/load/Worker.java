package io.orderjourney.journeytests.load;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/** Somebody who looks at what is to do and returns what they do now; the parts do not depend on each other. */
interface Worker {

    /** @param openDesks the desks at which somebody is now */
    List<Callable<Void>> workAt(Instant now, Set<String> openDesks);

    /** A piece of work. */
    static Callable<Void> doing(Runnable work) {
        return () -> {
            work.run();
            return null;
        };
    }
}
