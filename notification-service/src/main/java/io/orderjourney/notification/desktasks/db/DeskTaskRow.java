package io.orderjourney.notification.desktasks.db;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.DeskTaskKind;
import io.orderjourney.notification.db.Statements;
import io.orderjourney.notification.desktasks.DeskTask;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** A task as it stands in the table. */
final class DeskTaskRow {

    private DeskTaskRow() {}

    static DeskTask read(ResultSet row) throws SQLException {
        return new DeskTask(
                row.getObject("task_id", UUID.class),
                row.getObject("journey_id", UUID.class),
                Desk.valueOf(row.getString("desk")),
                DeskTaskKind.valueOf(row.getString("task")),
                row.getObject("promise_id", UUID.class),
                row.getInt("revision"),
                row.getObject("notice_id", UUID.class),
                row.getString("text"),
                Statements.instant(row, "do_before_at"),
                Statements.instant(row, "opened_at"),
                Statements.instantOrNull(row, "done_at"),
                row.getString("done_by"),
                row.getString("outcome"));
    }
}
