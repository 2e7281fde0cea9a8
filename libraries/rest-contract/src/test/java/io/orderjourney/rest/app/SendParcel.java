package io.orderjourney.rest.app;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record SendParcel(
        @NotBlank @Size(max = 200) String name,
        @Nullable @Valid Sender sender,
        @Nullable @Size(max = 500) List<@NotNull @Valid Item> items,
        @Nullable Size3 size,
        @Nullable LocalDate day,
        @Nullable Instant requestedAt,
        @Nullable UUID reference,
        @Nullable Currency currency,
        @Nullable BigDecimal weight,
        @Nullable Boolean fragile) {

    enum Size3 {
        SMALL,
        MEDIUM,
        LARGE
    }

    record Sender(@NotBlank String name, @Nullable String note) {}

    record Item(
            @NotBlank String sku,
            @NotNull @Min(1) @Max(1000) Integer quantity,
            @Nullable Long amountMinor) {}
}
