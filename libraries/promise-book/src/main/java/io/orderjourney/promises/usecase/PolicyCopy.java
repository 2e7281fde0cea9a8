package io.orderjourney.promises.usecase;

import io.orderjourney.contracts.state.ShopPolicy;
import java.util.Optional;

/** This service's copy of the shop's policy. */
public interface PolicyCopy {

    Optional<ShopPolicy> stored();

    void store(ShopPolicy policy);
}
