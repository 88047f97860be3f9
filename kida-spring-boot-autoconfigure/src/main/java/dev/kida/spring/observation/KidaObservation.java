package dev.kida.spring.observation;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/** The observations of Kida. */
public enum KidaObservation implements ObservationDocumentation {

    /** One render, from its start to its end; while a page streams, that is as long as the response. */
    RENDER {
        @Override
        public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
            return DefaultRenderObservationConvention.class;
        }

        @Override
        public KeyName[] getLowCardinalityKeyNames() {
            return LowKeys.values();
        }
    },

    /** Something a render waited for: a source of the model, or a deferred section. A child of the render. */
    AWAIT {
        @Override
        public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
            return DefaultAwaitObservationConvention.class;
        }

        @Override
        public KeyName[] getLowCardinalityKeyNames() {
            return LowKeys.values();
        }
    };

    /** Keys with few values. */
    public enum LowKeys implements KeyName {
        /** The name of the template; {@code inline} for one without. */
        VIEW("view"),
        /** The blocks that were rendered on their own; {@code none} for a whole page. */
        FRAGMENT("fragment"),
        /** {@code webmvc}, {@code webflux}; {@code none} for what is no view. */
        STACK("stack"),
        /** How it ended: {@code success}, {@code error}, {@code timeout} or {@code cancelled}. */
        OUTCOME("outcome"),
        /** The class of the exception; {@code none} without one. */
        EXCEPTION("exception"),
        /** What was awaited: {@code value}, {@code sequence} or {@code section}. */
        KIND("kind"),
        /** The model attribute that was awaited; {@code none} for a value that has no name. */
        SOURCE("source");

        private final String key;

        LowKeys(String key) {
            this.key = key;
        }

        @Override
        public String asString() {
            return key;
        }
    }
}
