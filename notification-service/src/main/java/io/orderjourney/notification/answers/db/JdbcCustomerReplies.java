package io.orderjourney.notification.answers.db;

import io.orderjourney.contracts.CustomerAnswer;
import io.orderjourney.notification.answers.CustomerReplies;
import io.orderjourney.notification.answers.CustomerReply;
import io.orderjourney.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The table {@code customer_answer}. */
@ApplicationScoped
class JdbcCustomerReplies implements CustomerReplies {

    private final Sql sql;

    JdbcCustomerReplies(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public Optional<CustomerReply> find(UUID noticeId) {
        return sql
                .query("select * from customer_answer where notice_id = ?", JdbcCustomerReplies::read, noticeId)
                .stream()
                .findFirst();
    }

    @Override
    public Optional<CustomerReply> last(UUID journeyId) {
        return sql.query("""
                        select a.* from customer_answer a join notice n using (notice_id)
                        where n.journey_id = ? order by a.answered_at desc, n.number desc limit 1
                        """, JdbcCustomerReplies::read, journeyId).stream().findFirst();
    }

    private static CustomerReply read(ResultSet row) throws SQLException {
        return new CustomerReply(
                row.getObject("notice_id", UUID.class),
                CustomerAnswer.valueOf(row.getString("answer")),
                Sql.instantOrNull(row, "requested_at"),
                Sql.instant(row, "answered_at"),
                row.getInt("answers"),
                row.getObject("task_id", UUID.class));
    }

    @Override
    public void store(CustomerReply reply) {
        sql.update(
                """
                insert into customer_answer (notice_id, answer, requested_at, answered_at, answers, task_id)
                values (?, ?, ?, ?, ?, ?)
                on conflict (notice_id) do update set answer = excluded.answer, requested_at = excluded.requested_at,
                  answered_at = excluded.answered_at, answers = excluded.answers, task_id = excluded.task_id
                """,
                reply.noticeId(),
                reply.answer().name(),
                reply.requestedAt(),
                reply.answeredAt(),
                reply.answers(),
                reply.taskId());
    }
}
