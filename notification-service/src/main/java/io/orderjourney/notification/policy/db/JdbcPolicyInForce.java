package io.orderjourney.notification.policy.db;

import io.orderjourney.contracts.state.ShopPolicy;
import io.orderjourney.notification.policy.PolicyInForce;
import io.orderjourney.promises.ShopPolicies;
import io.orderjourney.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;

/** The table {@code shop_policy}. */
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
}
