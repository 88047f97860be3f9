package dev.kida.conformance;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The event loop of a case: asynchronous inputs leave here what they will deliver, and it is delivered one by one, each
 * when the engine has nothing left to do. So every wait of the template is a real one, and the moment of it is known.
 *
 * <p>What was asked for last is delivered first, because an engine may ask for an item some time before it waits for it.
 */
final class Waits {

    private final Deque<BooleanSupplier> deliveries = new ArrayDeque<>();
    private final List<Integer> handedOver = new ArrayList<>();

    /** Adds a delivery, which answers false if nobody wanted it any more. */
    void add(BooleanSupplier delivery) {
        deliveries.push(delivery);
    }

    /**
     * Delivers the next value.
     *
     * @param handedOverNow how many characters have been handed over by the engine
     * @return false if there is nothing to deliver
     */
    boolean deliver(int handedOverNow) {
        while (!deliveries.isEmpty()) {
            handedOver.add(handedOverNow);
            if (deliveries.pop().getAsBoolean()) {
                return true;
            }
            handedOver.remove(handedOver.size() - 1);
        }
        return false;
    }

    /** How many characters had been handed over at each wait. */
    List<Integer> handedOver() {
        return List.copyOf(handedOver);
    }
}
