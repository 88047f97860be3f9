package dev.kida.load;

import dev.kida.error.TemplateNotFoundException;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Asks several loaders in order; the first that has the template serves it. */
public final class ChoiceLoader implements TemplateLoader {

    private record Choice(TemplateLoader loader, @Nullable Object version) {}

    private final List<TemplateLoader> loaders;

    /** Asks these loaders. */
    public ChoiceLoader(List<? extends TemplateLoader> loaders) {
        this.loaders = List.copyOf(loaders);
    }

    /** Asks these loaders. */
    public ChoiceLoader(TemplateLoader... loaders) {
        this(List.of(loaders));
    }

    @Override
    public TemplateSource load(String name) {
        TemplateNotFoundException last = null;
        for (TemplateLoader loader : loaders) {
            try {
                TemplateSource found = loader.load(name);
                return new TemplateSource(name, found.text(), found.location(), new Choice(loader, found.version()));
            } catch (TemplateNotFoundException e) {
                last = e;
            }
        }
        String suggestion = last == null ? null : last.getSuggestion();
        throw NotFound.because(name, " in any of " + loaders.size() + " loaders", suggestion, last);
    }

    @Override
    public boolean isCurrent(TemplateSource loaded) {
        if (!(loaded.version() instanceof Choice choice)) {
            return false;
        }
        for (TemplateLoader loader : loaders) {
            if (loader == choice.loader()) {
                return loader.isCurrent(
                        new TemplateSource(loaded.name(), loaded.text(), loaded.location(), choice.version()));
            }
            if (loader.exists(loaded.name())) {
                return false; // a loader that goes before has it by now
            }
        }
        return false;
    }

    @Override
    public boolean exists(String name) {
        return loaders.stream().anyMatch(loader -> loader.exists(name));
    }

    @Override
    public List<String> list() {
        TreeSet<String> names = new TreeSet<>();
        loaders.forEach(loader -> names.addAll(loader.list()));
        return List.copyOf(names);
    }
}
