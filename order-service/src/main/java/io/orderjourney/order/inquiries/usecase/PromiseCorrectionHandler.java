package io.orderjourney.order.inquiries.usecase;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PackingCare;
import io.orderjourney.contracts.fulfillment.CorrectionMade;
import io.orderjourney.contracts.orders.CorrectionPromised;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.order.inquiries.Correction;
import io.orderjourney.order.inquiries.Inquiries;
import io.orderjourney.order.inquiries.Inquiry;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** "Next time we mark the box": promised after a complaint, and kept by the packer of the next order. */
@ApplicationScoped
public class PromiseCorrectionHandler {

    private final Inquiries inquiries;
    private final JourneyLog log;
    private final BusinessClock clock;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    PromiseCorrectionHandler(Inquiries inquiries, JourneyLog log, BusinessClock clock) {
        this.inquiries = inquiries;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Promises it. It may be done after the answer too: the customer reads it there.
     *
     * @throws Inquiry.NotFound if there is no such inquiry
     * @throws Correction.AlreadyPromised if it is promised, and not done yet
     */
    @Transactional
    public Correction promise(UUID journeyId, PackingCare care, String actor) {
        Inquiry inquiry = inquiries.getForChange(journeyId);
        boolean waits = inquiries.corrections(journeyId).stream()
                .anyMatch(known -> known.care() == care && known.madeAt() == null);
        if (waits) {
            throw new Correction.AlreadyPromised();
        }
        Correction promised = Correction.promised(ids.generate(), journeyId, care, actor, clock.instant());
        inquiries.promise(promised);
        inquiries.change(inquiry.touched());
        log.append(NewEvent.of(
                EventTypes.CORRECTION_PROMISED,
                journeyId,
                new CorrectionPromised(promised.id(), inquiry.customerId(), care, promised.promisedAt()),
                actor));
        return promised;
    }

    /** The packer of an order did it. */
    @Transactional
    public void made(UUID orderId, CorrectionMade made) {
        inquiries.made(made.correctionId(), orderId, made.madeAt());
    }

    /** What was promised in an inquiry, in the order of time. */
    @Transactional
    public List<Correction> of(UUID journeyId) {
        return inquiries.corrections(journeyId);
    }
}
