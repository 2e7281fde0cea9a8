package io.orderjourney.order.nextword.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The table {@code early_notice} as Panache sees it. */
@ApplicationScoped
class EarlyNoticeRows implements PanacheRepositoryBase<EarlyNoticeRow, EarlyNoticeRow.Key> {}
