package dev.kida.spring.observation;

import dev.kida.spring.observation.KidaObservation.LowKeys;
import io.micrometer.common.KeyValues;
import java.util.Locale;

/** {@code kida.await} with view, kind, source, outcome and exception. */
public class DefaultAwaitObservationConvention implements AwaitObservationConvention {

    @Override
    public String getName() {
        return "kida.await";
    }

    @Override
    public String getContextualName(AwaitObservationContext context) {
        return "await " + Keys.orNone(context.awaited().name());
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(AwaitObservationContext context) {
        return KeyValues.of(
                LowKeys.VIEW.withValue(Keys.view(context.render())),
                LowKeys.KIND.withValue(context.awaited().kind().name().toLowerCase(Locale.ROOT)),
                LowKeys.SOURCE.withValue(Keys.orNone(context.awaited().name())),
                LowKeys.OUTCOME.withValue(Keys.outcome(context.outcome())),
                LowKeys.EXCEPTION.withValue(Keys.exception(context.getError())));
    }
}
