package io.orderjourney.notification.policy.db;

import io.orderjourney.contracts.ContractJson;
import io.orderjourney.contracts.state.ShopPolicy;
import io.orderjourney.notification.policy.PolicyFields;
import io.orderjourney.notification.policy.PolicyInForce;
import io.orderjourney.promises.ShopPolicies;
import io.orderjourney.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.sql.DataSource;

/** The tables {@code shop_policy} and {@code policy_change}. */
@ApplicationScoped
class JdbcPolicyInForce implements PolicyInForce {

    private final Sql sql;

    JdbcPolicyInForce(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public ShopPolicy forChange() {
        // The table, not the row: before the first change there is no row to lock. Readers go on.
        sql.update("lock table shop_policy in share row exclusive mode");
        return sql.query("select policy from shop_policy", row -> ShopPolicies.read(row.getString("policy"))).stream()
                .findFirst()
                .orElseGet(ShopPolicies::initial);
    }

    @Override
    public void remember(PastChange change) {
        sql.update(
                "insert into policy_change (revision, changed_by, changed_at, changes) values (?, ?, ?, ?)",
                change.revision(),
                change.changedBy(),
                change.changedAt(),
                new String(ContractJson.write(change.changes()), StandardCharsets.UTF_8));
    }

    @Override
    public List<PastChange> before(int revision, int atMost) {
        return sql.query(
                "select * from policy_change where revision < ? order by revision desc limit ?",
                row -> new PastChange(
                        row.getInt("revision"),
                        row.getString("changed_by"),
                        Sql.instant(row, "changed_at"),
                        List.of(ContractJson.read(
                                row.getString("changes").getBytes(StandardCharsets.UTF_8),
                                PolicyFields.Change[].class))),
                revision,
                atMost);
    }
}
