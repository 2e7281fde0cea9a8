package io.orderjourney.fulfillment.delivery.rest;

import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.state.DeliveryAddress;
import io.orderjourney.fulfillment.contacts.Contact;
import io.orderjourney.fulfillment.delivery.Parcel;
import io.orderjourney.fulfillment.delivery.ParcelStage;
import io.orderjourney.fulfillment.supply.ReservedLine;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.rest.PromiseView;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A parcel; times carry the offset of the shop's zone.
 *
 * @param dispatchPoint code of the warehouse that sends it
 * @param attempts how often the courier came and met nobody
 * @param etaAt when the courier expects to deliver it; absent as long as it did not say
 * @param recipient what stands on the label, for the warehouse alone; absent for others, and once it is not needed any more
 * @param promises the open promises of this service about the order
 * @param end how the journey ended without the goods; absent if it did not
 */
public record ParcelView(
        UUID journeyId,
        String orderNumber,
        String dispatchPoint,
        ParcelStage stage,
        OffsetDateTime stageAt,
        int attempts,
        @Nullable OffsetDateTime etaAt,
        @Nullable RecipientView recipient,
        List<ParcelLineView> lines,
        List<PromiseView> promises,
        @Nullable JourneyEnd end,
        long version) {

    /** Whom the parcel is for, and where it goes. */
    public record RecipientView(
            String name, @Nullable String phone, String street, String postalCode, String city, String country) {

        static RecipientView of(Contact contact, DeliveryAddress address) {
            return new RecipientView(
                    contact.name(),
                    contact.phone(),
                    address.street(),
                    address.postalCode(),
                    address.city(),
                    address.country());
        }
    }

    /**
     * One item of it.
     *
     * @param onShelf pieces that lie reserved at the warehouse, or went with the parcel
     */
    public record ParcelLineView(String sku, String name, int quantity, int onShelf) {}

    static ParcelView of(
            Parcel parcel,
            @Nullable RecipientView recipient,
            List<ReservedLine> lines,
            List<Promise> own,
            ZoneId zone) {
        return new ParcelView(
                parcel.orderId(),
                parcel.orderNumber(),
                parcel.dispatchPoint(),
                parcel.stage(),
                at(parcel.stageAt(), zone),
                parcel.attempts(),
                parcel.etaAt() == null ? null : at(parcel.etaAt(), zone),
                recipient,
                lines.stream()
                        .map(line -> new ParcelLineView(line.sku(), line.name(), line.quantity(), line.onShelf()))
                        .toList(),
                own.stream().map(promise -> PromiseView.of(promise, zone)).toList(),
                parcel.end(),
                parcel.version());
    }

    private static OffsetDateTime at(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toOffsetDateTime();
    }
}
