package io.orderjourney.planted.services.order.orders;

import io.orderjourney.planted.services.credit.applications.Application;

record OrderWithApplication(Application application) {}
