package dev.kida.load;

import dev.kida.error.Similarity;
import dev.kida.error.TemplateNotFoundException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Chooses a loader by the first part of the name and asks it for the rest. */
public final class PrefixLoader implements TemplateLoader {

    private final Map<String, TemplateLoader> loaders;
    private final String delimiter;

    /** Chooses by what precedes the first slash. */
    public PrefixLoader(Map<String, ? extends TemplateLoader> loaders) {
        this(loaders, "/");
    }

    /** Chooses by what precedes the first delimiter. */
    public PrefixLoader(Map<String, ? extends TemplateLoader> loaders, String delimiter) {
        this.loaders = Collections.unmodifiableMap(new LinkedHashMap<>(loaders));
        this.delimiter = delimiter;
    }

    @Override
    public TemplateSource load(String name) {
        TemplateSource found;
        try {
            found = chosen(name).load(rest(name));
        } catch (TemplateNotFoundException e) {
            if (e.getMissingName().equals(name)) {
                throw e;
            }
            throw NotFound.because(
                    name, " under prefix '" + prefix(name) + "': " + e.getSummary(), e.getSuggestion(), e);
        }
        return new TemplateSource(name, found.text(), found.location(), found.version());
    }

    @Override
    public boolean isCurrent(TemplateSource loaded) {
        TemplateLoader loader = loaders.get(prefix(loaded.name()));
        return loader != null
                && loader.isCurrent(
                        new TemplateSource(rest(loaded.name()), loaded.text(), loaded.location(), loaded.version()));
    }

    @Override
    public boolean exists(String name) {
        TemplateLoader loader = loaders.get(prefix(name));
        return loader != null && loader.exists(rest(name));
    }

    @Override
    public List<String> list() {
        TreeSet<String> names = new TreeSet<>();
        loaders.forEach((prefix, loader) -> loader.list().forEach(name -> names.add(prefix + delimiter + name)));
        return List.copyOf(names);
    }

    private TemplateLoader chosen(String name) {
        String prefix = prefix(name);
        TemplateLoader loader = loaders.get(prefix);
        if (loader == null) {
            String similar = Similarity.closest(prefix, loaders.keySet());
            throw NotFound.because(
                    name,
                    ": unknown prefix '" + NotFound.shown(prefix) + "' (known: " + String.join(", ", loaders.keySet())
                            + ")",
                    similar == null ? null : "Did you mean '" + similar + delimiter + rest(name) + "'?",
                    null);
        }
        return loader;
    }

    private String prefix(String name) {
        int end = name.indexOf(delimiter);
        return end < 0 ? name : name.substring(0, end);
    }

    private String rest(String name) {
        int end = name.indexOf(delimiter);
        return end < 0 ? "" : name.substring(end + delimiter.length());
    }
}
