package io.orderjourney.promises.db;

import io.orderjourney.contracts.state.CatalogueItem;
import io.orderjourney.promises.Catalogue;
import io.orderjourney.sql.Sql;
import io.orderjourney.sql.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The table {@code catalogue_item}. */
@ApplicationScoped
class JdbcCatalogue implements Catalogue {

    private final Sql sql;

    JdbcCatalogue(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public Map<String, CatalogueItem> of(Collection<String> skus) {
        return sql
                .query("select * from catalogue_item where sku = any (?)", JdbcCatalogue::item, SqlArray.texts(skus))
                .stream()
                .collect(Collectors.toMap(CatalogueItem::sku, Function.identity()));
    }

    @Override
    public Optional<CatalogueItem> findForChange(String sku) {
        return sql.first("select * from catalogue_item where sku = ? for update", JdbcCatalogue::item, sku);
    }

    @Override
    public List<CatalogueItem> page(@Nullable String afterSku, int atMost) {
        return sql.query(
                "select * from catalogue_item where sku > ? order by sku limit ?",
                JdbcCatalogue::item,
                Objects.requireNonNullElse(afterSku, ""),
                atMost);
    }

    @Override
    public boolean store(CatalogueItem item) {
        return sql.update("""
                        insert into catalogue_item as c (sku, revision, name, discontinued) values (?, ?, ?, ?)
                        on conflict (sku) do update set
                          revision = excluded.revision, name = excluded.name, discontinued = excluded.discontinued
                        where c.revision < excluded.revision
                        """, item.sku(), item.revision(), item.name(), item.discontinued()) > 0;
    }

    private static CatalogueItem item(ResultSet row) throws SQLException {
        return new CatalogueItem(
                row.getInt("revision"), row.getString("sku"), row.getString("name"), row.getBoolean("discontinued"));
    }
}
