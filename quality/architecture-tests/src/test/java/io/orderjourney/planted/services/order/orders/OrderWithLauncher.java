package io.orderjourney.planted.services.order.orders;

import io.orderjourney.planted.services.stack.Launcher;

class OrderWithLauncher {
    Launcher launcher;
}
