package dev.kida.spring.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/** Names and keys of {@link KidaObservation#RENDER}; a bean of this type replaces the default. */
public interface RenderObservationConvention extends ObservationConvention<RenderObservationContext> {

    @Override
    default boolean supportsContext(Observation.Context context) {
        return context instanceof RenderObservationContext;
    }
}
