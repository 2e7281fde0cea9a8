package io.orderjourney.contracts.fulfillment;

import io.orderjourney.contracts.PackingCare;
import java.time.Instant;
import java.util.UUID;

/** The packer did with this order what the shop had promised its customer after a complaint. */
public record CorrectionMade(UUID correctionId, PackingCare care, Instant madeAt) {}
