package dev.kida.spring.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/** Names and keys of {@link KidaObservation#AWAIT}; a bean of this type replaces the default. */
public interface AwaitObservationConvention extends ObservationConvention<AwaitObservationContext> {

    @Override
    default boolean supportsContext(Observation.Context context) {
        return context instanceof AwaitObservationContext;
    }
}
