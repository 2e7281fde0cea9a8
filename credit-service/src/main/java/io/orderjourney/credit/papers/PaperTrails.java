package io.orderjourney.credit.papers;

import java.util.UUID;

/** Where the papers of every application are. Changes are made only under the lock of the application. */
public interface PaperTrails {

    /** What is known; a trail without a row is one on which nothing happened. */
    PaperTrail of(UUID applicationId);

    void change(PaperTrail trail);
}
