package io.orderjourney.planted.data.order.orders.db;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Allowed: the names are ours. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
interface NamedByName {}
