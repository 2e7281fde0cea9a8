package io.orderjourney.promises.db;

import io.orderjourney.contracts.state.ShopPolicy;
import io.orderjourney.promises.ShopPolicies;
import io.orderjourney.promises.usecase.PolicyCopy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** The one row of {@code shop_policy}. */
@ApplicationScoped
class JdbcPolicyCopy implements PolicyCopy {

    private final DataSource database;

    JdbcPolicyCopy(DataSource database) {
        this.database = database;
    }

    @Override
    public Optional<ShopPolicy> stored() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select policy from shop_policy");
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(ShopPolicies.read(row.getString(1))) : Optional.empty();
        } catch (SQLException failed) {
            throw new PromisesUnreadable(failed);
        }
    }

    @Override
    public void store(ShopPolicy policy) {
        String sql = """
                insert into shop_policy (revision, policy) values (?, ?)
                on conflict (only_row) do update set revision = excluded.revision, policy = excluded.policy
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement(sql)) {
            upsert.setInt(1, policy.revision());
            upsert.setString(2, ShopPolicies.write(policy));
            upsert.executeUpdate();
        } catch (SQLException failed) {
            throw new PromisesUnreadable(failed);
        }
    }
}
