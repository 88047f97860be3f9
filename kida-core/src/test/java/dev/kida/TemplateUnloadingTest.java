package dev.kida;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.load.MapLoader;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The code of a template goes when nobody needs the template any more. */
@Timeout(60)
class TemplateUnloadingTest {

    private static final int PAGES = 40;

    /** What a template reads members of; it looks at who asks. */
    public static final class Probe {

        private final Map<String, WeakReference<Class<?>>> classes = new HashMap<>();

        public String getNote() {
            Class<?> template = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                    .walk(frames -> frames.<Class<?>>map(StackWalker.StackFrame::getDeclaringClass)
                            .filter(type -> type.getName().startsWith("dev.kida.templates."))
                            .findFirst()
                            .orElseThrow());
            classes.putIfAbsent(template.getName(), new WeakReference<>(template));
            return "noted";
        }

        int known() {
            return classes.size();
        }

        long loaded() {
            return classes.values().stream().filter(type -> type.get() != null).count();
        }
    }

    @Test
    void forgetsTheCodeOfTemplatesThatLeftTheCache() throws InterruptedException {
        Map<String, String> sources = new HashMap<>();
        for (int i = 0; i < PAGES; i++) {
            sources.put(
                    "page" + i + ".html",
                    "{% def part(x) %}{{ x }}{% end %}{{ probe.note }}{{ part(probe.note) }}{% for i in [1] %}{% include 'x.html' %}{% end %}");
        }
        sources.put("x.html", "{{ probe.note }}");
        KidaEngine engine =
                KidaEngine.builder().loader(new MapLoader(sources)).cacheSize(4).build();
        Probe probe = new Probe();

        for (int i = 0; i < PAGES; i++) {
            for (int times = 0; times < 100; times++) { // places are linked after some reads
                engine.getTemplate("page" + i + ".html").render(Map.of("probe", probe));
            }
        }

        assertThat(probe.known()).isEqualTo(PAGES + 1);
        int rounds = 0;
        while (probe.loaded() > PAGES / 2 && rounds++ < 100) {
            System.gc();
            Thread.onSpinWait();
        }
        assertThat(probe.loaded()).isLessThanOrEqualTo(PAGES / 2);
        assertThat(engine.getTemplate("page0.html").render(Map.of("probe", probe)))
                .startsWith("noted");
    }
}
