package dev.kida.load;

import dev.kida.error.Similarity;
import dev.kida.error.TemplateNotFoundException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Serves the templates of a map. Later changes of the map are seen; it must be made for that. */
public final class MapLoader implements TemplateLoader {

    private static final int MOST_SHOWN = 10;

    private final Map<String, String> templates;

    /** Serves these sources by name. */
    public MapLoader(Map<String, String> templates) {
        this.templates = templates;
    }

    @Override
    public TemplateSource load(String name) {
        String text = templates.get(name);
        if (text == null) {
            throw missing(name);
        }
        return new TemplateSource(name, text);
    }

    @Override
    public boolean isCurrent(TemplateSource loaded) {
        return loaded.text().equals(templates.get(loaded.name()));
    }

    @Override
    public boolean exists(String name) {
        return templates.containsKey(name);
    }

    @Override
    public List<String> list() {
        return templates.keySet().stream().sorted().toList();
    }

    private TemplateNotFoundException missing(String name) {
        List<String> names = List.copyOf(templates.keySet());
        @Nullable String similar = Similarity.closest(name, names);
        if (similar != null) {
            return NotFound.because(name, "", "Did you mean '" + similar + "'?", null);
        }
        if (names.isEmpty()) {
            return NotFound.because(name, ": there are no templates");
        }
        String shown = String.join(", ", names.subList(0, Math.min(MOST_SHOWN, names.size())));
        String total = names.size() > MOST_SHOWN ? " (" + names.size() + " in total)" : "";
        return NotFound.because(name, ". Available: " + shown + total);
    }
}
