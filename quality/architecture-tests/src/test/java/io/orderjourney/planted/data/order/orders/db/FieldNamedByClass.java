package io.orderjourney.planted.data.order.orders.db;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

class FieldNamedByClass {
    @JsonTypeInfo(use = JsonTypeInfo.Id.MINIMAL_CLASS)
    Object value;
}
