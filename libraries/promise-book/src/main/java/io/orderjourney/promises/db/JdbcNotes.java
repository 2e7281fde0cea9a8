package io.orderjourney.promises.db;

import io.orderjourney.contracts.erasures.ErasureOfCustomer;
import io.orderjourney.promises.Notes;
import io.orderjourney.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import javax.sql.DataSource;

/** Notes in the table {@code journey_note}. */
@ApplicationScoped
class JdbcNotes implements Notes {

    private final Sql sql;

    JdbcNotes(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public void add(Note note) {
        sql.update(
                "insert into journey_note (journey_id, customer_id, about, note, written_by, written_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                note.journeyId(),
                note.customerId(),
                note.about(),
                note.text(),
                note.writtenBy(),
                note.writtenAt());
    }

    void erase(@Observes ErasureOfCustomer erasure) {
        sql.update("delete from journey_note where customer_id = ?", erasure.customerId());
    }
}
