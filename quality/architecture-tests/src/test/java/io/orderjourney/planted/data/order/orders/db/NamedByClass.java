package io.orderjourney.planted.data.order.orders.db;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
interface NamedByClass {}
