package io.orderjourney.planted.cycles.order.orders;

import io.orderjourney.planted.cycles.order.calls.Call;
import io.orderjourney.planted.cycles.order.customers.Customer;

record OrderWithCall(Call call, Customer customer) {}
