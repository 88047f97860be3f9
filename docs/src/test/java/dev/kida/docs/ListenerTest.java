package dev.kida.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.KidaEngine;
import dev.kida.render.Compilation;
import dev.kida.render.RenderListener;
import dev.kida.render.RenderStart;
import dev.kida.render.RenderWatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;

/** The listener of production.md. */
class ListenerTest {

    private static final Logger logger = Logger.getLogger(ListenerTest.class.getName());

    @Bean
    RenderListener slowTemplates() {
        return new RenderListener() {
            @Override
            public @Nullable RenderWatch onStart(RenderStart start) {
                return null; // renders are of no interest here
            }

            @Override
            public void onCompile(Compilation compilation) {
                if (compilation.time().toMillis() > 500) {
                    logger.warning("Compiling " + compilation.template() + " took " + compilation.time());
                }
            }
        };
    }

    @Test
    void warnsOfTemplatesThatTakeLong() {
        List<String> warnings = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord message) {
                warnings.add(message.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);

        slowTemplates().onCompile(new Compilation("fast.html", Duration.ofMillis(3), null));
        slowTemplates().onCompile(new Compilation("slow.html", Duration.ofSeconds(3), null));

        assertThat(warnings).containsExactly("Compiling slow.html took PT3S");
        assertThat(KidaEngine.builder()
                        .renderListener(slowTemplates())
                        .build()
                        .fromString("x")
                        .render(Map.of()))
                .isEqualTo("x");
    }
}
