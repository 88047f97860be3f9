package dev.kida.spring.observation;

import dev.kida.spring.observation.KidaObservation.LowKeys;
import io.micrometer.common.KeyValues;

/** {@code kida.render} with view, fragment, stack, outcome and exception. */
public class DefaultRenderObservationConvention implements RenderObservationConvention {

    @Override
    public String getName() {
        return "kida.render";
    }

    @Override
    public String getContextualName(RenderObservationContext context) {
        return "render " + Keys.view(context.start());
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(RenderObservationContext context) {
        return KeyValues.of(
                LowKeys.VIEW.withValue(Keys.view(context.start())),
                LowKeys.FRAGMENT.withValue(Keys.fragment(context.start())),
                LowKeys.STACK.withValue(Keys.stack(context.start())),
                LowKeys.OUTCOME.withValue(Keys.outcome(context.outcome())),
                LowKeys.EXCEPTION.withValue(Keys.exception(context.getError())));
    }
}
