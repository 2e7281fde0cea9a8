package io.orderjourney.fulfillment.pickup;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.PaymentMethod;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every state of a pickup on credit, and what each command makes of it: it changes something ({@code yes}), changes nothing
 * ({@code no}), or is refused with these words.
 */
class PickupStatesTest {

    private static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");
    private static final Money REST = new Money(50_000, "PLN");
    private static final Gate LOST = Gate.BANK_PAPERS;

    /** In which a pickup can be. */
    enum State {
        PLACED,
        READY,
        NOTIFIED,
        EXTENDED,
        PAPERS_MISSING,
        CREDIT_REFUSED,
        REST_DUE,
        HANDED_OVER,
        ENDED
    }

    /** What people and events do to it. */
    enum Command {
        CLOSE_BY_HAND,
        OPEN_BY_HAND,
        HAND_OVER,
        EXTEND_STORAGE,
        LOSE_PAPERS,
        FIND_PAPERS,
        REFUSE_CREDIT,
        APPROVE_CREDIT,
        PAY_AT_THE_COUNTER,
        AGREE_REST,
        PAY_REST,
        CANCEL
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PLACED         | CLOSE_BY_HAND      | closed already
            PLACED         | OPEN_BY_HAND       | never open
            PLACED         | HAND_OVER          | a gate is closed
            PLACED         | EXTEND_STORAGE     | was not told yet
            PLACED         | LOSE_PAPERS        | no
            PLACED         | FIND_PAPERS        | yes
            PLACED         | REFUSE_CREDIT      | yes
            PLACED         | APPROVE_CREDIT     | no
            PLACED         | PAY_AT_THE_COUNTER | yes
            PLACED         | CANCEL             | yes
            READY          | CLOSE_BY_HAND      | no
            READY          | OPEN_BY_HAND       | open already
            READY          | HAND_OVER          | yes
            READY          | EXTEND_STORAGE     | was not told yet
            READY          | LOSE_PAPERS        | yes
            READY          | FIND_PAPERS        | no
            READY          | REFUSE_CREDIT      | yes
            READY          | APPROVE_CREDIT     | no
            READY          | PAY_AT_THE_COUNTER | yes
            READY          | CANCEL             | yes
            NOTIFIED       | CLOSE_BY_HAND      | no
            NOTIFIED       | OPEN_BY_HAND       | open already
            NOTIFIED       | HAND_OVER          | yes
            NOTIFIED       | EXTEND_STORAGE     | yes
            NOTIFIED       | LOSE_PAPERS        | yes
            NOTIFIED       | FIND_PAPERS        | no
            NOTIFIED       | REFUSE_CREDIT      | yes
            NOTIFIED       | APPROVE_CREDIT     | no
            NOTIFIED       | PAY_AT_THE_COUNTER | yes
            NOTIFIED       | CANCEL             | yes
            EXTENDED       | CLOSE_BY_HAND      | no
            EXTENDED       | OPEN_BY_HAND       | open already
            EXTENDED       | HAND_OVER          | yes
            EXTENDED       | EXTEND_STORAGE     | extended once
            EXTENDED       | LOSE_PAPERS        | yes
            EXTENDED       | FIND_PAPERS        | no
            EXTENDED       | REFUSE_CREDIT      | yes
            EXTENDED       | APPROVE_CREDIT     | no
            EXTENDED       | PAY_AT_THE_COUNTER | yes
            EXTENDED       | CANCEL             | yes
            PAPERS_MISSING | CLOSE_BY_HAND      | closed already
            PAPERS_MISSING | OPEN_BY_HAND       | belongs to CREDIT and is closed (not in the folder)
            PAPERS_MISSING | HAND_OVER          | a gate is closed
            PAPERS_MISSING | EXTEND_STORAGE     | was not told yet
            PAPERS_MISSING | LOSE_PAPERS        | no
            PAPERS_MISSING | FIND_PAPERS        | yes
            PAPERS_MISSING | REFUSE_CREDIT      | yes
            PAPERS_MISSING | APPROVE_CREDIT     | no
            PAPERS_MISSING | PAY_AT_THE_COUNTER | yes
            PAPERS_MISSING | CANCEL             | yes
            CREDIT_REFUSED | CLOSE_BY_HAND      | no
            CREDIT_REFUSED | OPEN_BY_HAND       | open already
            CREDIT_REFUSED | HAND_OVER          | a gate is closed
            CREDIT_REFUSED | EXTEND_STORAGE     | was not told yet
            CREDIT_REFUSED | LOSE_PAPERS        | yes
            CREDIT_REFUSED | FIND_PAPERS        | no
            CREDIT_REFUSED | REFUSE_CREDIT      | no
            CREDIT_REFUSED | APPROVE_CREDIT     | yes
            CREDIT_REFUSED | PAY_AT_THE_COUNTER | yes
            CREDIT_REFUSED | CANCEL             | yes
            HANDED_OVER    | CLOSE_BY_HAND      | were handed over
            HANDED_OVER    | OPEN_BY_HAND       | were handed over
            HANDED_OVER    | HAND_OVER          | were handed over
            HANDED_OVER    | EXTEND_STORAGE     | were handed over
            HANDED_OVER    | LOSE_PAPERS        | no
            HANDED_OVER    | FIND_PAPERS        | no
            HANDED_OVER    | REFUSE_CREDIT      | no
            HANDED_OVER    | APPROVE_CREDIT     | no
            HANDED_OVER    | PAY_AT_THE_COUNTER | no
            HANDED_OVER    | CANCEL             | no
            ENDED          | CLOSE_BY_HAND      | ended (NOT_COLLECTED)
            ENDED          | OPEN_BY_HAND       | ended (NOT_COLLECTED)
            ENDED          | HAND_OVER          | ended (NOT_COLLECTED)
            ENDED          | EXTEND_STORAGE     | ended (NOT_COLLECTED)
            ENDED          | LOSE_PAPERS        | no
            ENDED          | FIND_PAPERS        | no
            ENDED          | REFUSE_CREDIT      | no
            ENDED          | APPROVE_CREDIT     | no
            ENDED          | PAY_AT_THE_COUNTER | no
            ENDED          | CANCEL             | no
            PLACED         | AGREE_REST         | yes
            PLACED         | PAY_REST           | no
            READY          | AGREE_REST         | yes
            READY          | PAY_REST           | no
            NOTIFIED       | AGREE_REST         | yes
            NOTIFIED       | PAY_REST           | no
            EXTENDED       | AGREE_REST         | yes
            EXTENDED       | PAY_REST           | no
            PAPERS_MISSING | AGREE_REST         | yes
            PAPERS_MISSING | PAY_REST           | no
            CREDIT_REFUSED | AGREE_REST         | yes
            CREDIT_REFUSED | PAY_REST           | no
            HANDED_OVER    | AGREE_REST         | no
            HANDED_OVER    | PAY_REST           | no
            ENDED          | AGREE_REST         | no
            ENDED          | PAY_REST           | no
            REST_DUE       | CLOSE_BY_HAND      | no
            REST_DUE       | OPEN_BY_HAND       | open already
            REST_DUE       | HAND_OVER          | rest of the price
            REST_DUE       | EXTEND_STORAGE     | yes
            REST_DUE       | LOSE_PAPERS        | yes
            REST_DUE       | FIND_PAPERS        | no
            REST_DUE       | REFUSE_CREDIT      | yes
            REST_DUE       | APPROVE_CREDIT     | no
            REST_DUE       | PAY_AT_THE_COUNTER | yes
            REST_DUE       | CANCEL             | yes
            REST_DUE       | AGREE_REST         | no
            REST_DUE       | PAY_REST           | yes
            """)
    void each_command_fits_the_state_or_is_refused(State state, Command command, String expected) {
        Pickup before = in(state);

        String outcome;
        try {
            Pickup after = apply(command, before);
            outcome = after.equals(before) ? "no" : "yes";
            assertThat(after.version()).isEqualTo(before.version() + (after.equals(before) ? 0 : 1));
        } catch (Pickup.Refused | GatesClosed | RestNotPaid refused) {
            outcome = refused.getMessage();
        }

        assertThat(outcome).contains(expected);
    }

    private static Pickup apply(Command command, Pickup pickup) {
        return switch (command) {
            case CLOSE_BY_HAND -> {
                pickup.requireClosable(LOST);
                yield pickup;
            }
            case OPEN_BY_HAND -> {
                pickup.requireReopenable(LOST);
                yield pickup;
            }
            case HAND_OVER -> pickup.handedOver("counter:ola", NOON).state();
            case EXTEND_STORAGE -> pickup.storageExtended();
            case LOSE_PAPERS ->
                pickup.gateClosed(LOST, "not in the folder", NOON).state();
            case FIND_PAPERS -> pickup.gateOpened(LOST, NOON).state();
            case REFUSE_CREDIT -> pickup.creditRefused(NOON).state();
            case APPROVE_CREDIT -> pickup.creditApproved();
            case PAY_AT_THE_COUNTER ->
                pickup.paid(PaymentMethod.ON_PICKUP, NOON).state();
            case AGREE_REST -> pickup.restAgreed(REST);
            case PAY_REST -> pickup.restPaid();
            case CANCEL -> pickup.ended(JourneyEnd.CANCELLED_BY_CUSTOMER, NOON).state();
        };
    }

    private static Pickup in(State state) {
        return switch (state) {
            case PLACED -> placed();
            case READY -> ready();
            case NOTIFIED -> ready().notified(1);
            case EXTENDED -> ready().notified(1).storageExtended();
            case PAPERS_MISSING ->
                ready().gateClosed(LOST, "not in the folder", NOON).state();
            case CREDIT_REFUSED -> ready().notified(1).creditRefused(NOON).state();
            case REST_DUE -> ready().notified(1).restAgreed(REST);
            case HANDED_OVER -> ready().handedOver("counter:ola", NOON).state();
            case ENDED ->
                ready().notified(1).ended(JourneyEnd.NOT_COLLECTED, NOON).state();
        };
    }

    private static Pickup placed() {
        return Pickup.placed(
                new UUID(7, 1), "A-100042", new UUID(7, 2), "pl", PaymentMethod.CREDIT, null, NOON, "WAW-01", false);
    }

    private static Pickup ready() {
        Pickup pickup = placed();
        for (Gate gate : Gate.values()) {
            pickup = pickup.gateOpened(gate, NOON).state();
        }
        return pickup;
    }
}
