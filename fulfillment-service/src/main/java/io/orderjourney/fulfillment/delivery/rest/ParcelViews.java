package io.orderjourney.fulfillment.delivery.rest;

import io.orderjourney.fulfillment.contacts.Contact;
import io.orderjourney.fulfillment.contacts.Contacts;
import io.orderjourney.fulfillment.delivery.Parcel;
import io.orderjourney.fulfillment.supply.Reservations;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.promises.usecase.PromiseDesk;
import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.conditional.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Shows a parcel with its goods and promises, and to the warehouse also whom it is for. */
@ApplicationScoped
public class ParcelViews {

    private final Reservations reservations;
    private final PromiseDesk promises;
    private final Contacts contacts;
    private final CurrentTerms terms;
    private final Caller caller;

    ParcelViews(Reservations reservations, PromiseDesk promises, Contacts contacts, CurrentTerms terms, Caller caller) {
        this.reservations = reservations;
        this.promises = promises;
        this.contacts = contacts;
        this.terms = terms;
        this.caller = caller;
    }

    /** The response to a change, with the parcel as it is now and its version. It is stored, so nobody's address is in it. */
    public RestResponse<ParcelView> response(Parcel parcel) {
        return response(parcel, null);
    }

    /** The response to a reader; the warehouse reads the label too. */
    RestResponse<ParcelView> withLabel(Parcel parcel) {
        return response(parcel, caller.has(Roles.WAREHOUSE) ? recipient(parcel) : null);
    }

    private ParcelView.@Nullable RecipientView recipient(Parcel parcel) {
        Contact contact = contacts.of(List.of(parcel.customerId())).get(parcel.customerId());
        return contact == null
                ? null
                : contact.addressOf(parcel.orderId())
                        .map(address -> ParcelView.RecipientView.of(contact, address))
                        .orElse(null);
    }

    private RestResponse<ParcelView> response(Parcel parcel, ParcelView.@Nullable RecipientView recipient) {
        ParcelView view = ParcelView.of(
                parcel,
                recipient,
                reservations.find(parcel.orderId()).orElseThrow().lines(),
                List.copyOf(promises.open(parcel.orderId()).values()),
                terms.get().zone());
        return RestResponse.ResponseBuilder.ok(view)
                .header("ETag", Versions.etag(parcel.version()))
                .build();
    }
}
