package io.orderjourney.messaging.testing;

import io.orderjourney.messaging.loops.BackgroundThread;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;

/** Takes all connections that people have, or all that the background has, to show that the other goes on. */
public final class TakenPools {

    private static final int MORE_THAN_A_POOL_HAS = 60;

    private TakenPools() {}

    /** Does this work as somebody who waits for an answer, while the background has taken all its connections. */
    public static <T> T withoutBackground(DataSource database, Callable<T> work) throws Exception {
        List<Connection> taken = inBackground(() -> takeAll(database));
        try {
            return work.call();
        } finally {
            giveBack(taken);
        }
    }

    /** Does this work in the background, while people have taken all their connections. */
    public static <T> T withoutPeople(DataSource database, Callable<T> work) throws Exception {
        List<Connection> taken = takeAll(database);
        try {
            return inBackground(work);
        } finally {
            giveBack(taken);
        }
    }

    /** Does this work on a thread of the service's own. */
    public static <T> T inBackground(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        new BackgroundThread(task, "background of the test").start();
        return task.get();
    }

    private static List<Connection> takeAll(DataSource database) throws SQLException {
        List<Connection> taken = new ArrayList<>();
        while (taken.size() < MORE_THAN_A_POOL_HAS) {
            try {
                taken.add(database.getConnection());
            } catch (SQLException nothingLeft) {
                return taken;
            }
        }
        giveBack(taken);
        throw new AssertionError("The pool has no end");
    }

    private static void giveBack(List<Connection> taken) throws SQLException {
        for (Connection connection : taken) {
            connection.close();
        }
    }
}
