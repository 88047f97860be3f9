package dev.kida.spring;

import dev.kida.KidaEngine;
import dev.kida.Template;
import dev.kida.TemplateReads;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ConcurrentLruCache;

/**
 * From view names to templates. A view name is only ever a name: it is checked, it gets the suffix, and it is looked up;
 * nothing in it is evaluated.
 */
public final class TemplateLookup {

    private static final int REMEMBERED_NAMES = 2048;
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,8}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}|[0-9]{3}");

    private final KidaEngine engine;
    private final String suffix;
    private final ViewNamePatterns viewNames;
    private final boolean localized;
    private final boolean streams;
    private final @Nullable ConcurrentLruCache<String, Found> known;

    /**
     * @param engine the engine that has the templates
     * @param suffix what a template's name has after the view's name
     * @param viewNames the view names to accept
     * @param localized whether {@code page_de.html} is taken for German readers instead of {@code page.html}
     * @param cache whether a template that was found, or was not, stays so
     */
    public TemplateLookup(
            KidaEngine engine, String suffix, ViewNamePatterns viewNames, boolean localized, boolean cache) {
        this(engine, suffix, viewNames, localized, cache, false);
    }

    private TemplateLookup(
            KidaEngine engine,
            String suffix,
            ViewNamePatterns viewNames,
            boolean localized,
            boolean cache,
            boolean streams) {
        this.engine = engine;
        this.suffix = suffix;
        this.viewNames = viewNames;
        this.localized = localized;
        this.streams = streams;
        this.known = cache ? new ConcurrentLruCache<>(REMEMBERED_NAMES, this::look) : null;
    }

    /** The same, of templates whose pages are streamed by threads that must not wait: it finds them ready to run. */
    public TemplateLookup forStreams() {
        return new TemplateLookup(engine, suffix, viewNames, localized, known != null, true);
    }

    /** Whether a view of this name may be ours, by its form alone. */
    public boolean accepts(String viewName) {
        ViewName name = ViewName.parse(viewName);
        return name != null && TemplateName.isValid(name.page() + suffix) && viewNames.accept(name.page());
    }

    /** Whether there is a template for a view, in whatever language the reader has; it is not compiled for the answer. */
    public boolean exists(String viewName) {
        ViewName name = ViewName.parse(viewName);
        return name != null && accepts(viewName) && engine.exists(name.page() + suffix);
    }

    /** Whether {@link #find} will answer from memory, without touching a file or compiling. */
    public boolean isReady(String viewName, Locale locale) {
        ViewName name = ViewName.parse(viewName);
        if (known == null || name == null) {
            return false;
        }
        for (String page : pages(name.page(), locale)) {
            if (!known.contains(page)) {
                return false;
            }
            if (known.get(page).there()) {
                return true;
            }
        }
        return true;
    }

    /**
     * The template of a view, or null when there is none. Whether it has the blocks that the name asks for shows when it is
     * rendered.
     *
     * @throws dev.kida.error.TemplateException when there is one and it cannot be compiled
     */
    public @Nullable PageTemplate find(String viewName, Locale locale) {
        ViewName name = ViewName.parse(viewName);
        if (name == null) {
            return null;
        }
        for (String page : pages(name.page(), locale)) {
            Found found = known != null ? known.get(page) : look(page);
            TemplateReads reads = found.reads();
            if (reads != null) {
                return new PageTemplate(viewName, engine.getTemplate(page + suffix), name.blocks(), reads);
            }
        }
        return null;
    }

    /** The names to try, the most special first. A locale comes from the client: only well-formed parts of it count. */
    private List<String> pages(String page, Locale locale) {
        String language = locale.getLanguage();
        if (!localized || !LANGUAGE.matcher(language).matches()) {
            return List.of(page);
        }
        List<String> pages = new ArrayList<>(3);
        if (COUNTRY.matcher(locale.getCountry()).matches()) {
            pages.add(page + "_" + language + "_" + locale.getCountry());
        }
        pages.add(page + "_" + language);
        pages.add(page);
        return pages;
    }

    /** Compiles what it finds, so that a name which is known costs nothing any more. */
    private Found look(String page) {
        if (!engine.exists(page + suffix)) {
            return Found.NOTHING;
        }
        Template template = engine.getTemplate(page + suffix);
        if (streams) {
            template.prepareStreams();
        }
        return new Found(template.reads());
    }

    private record Found(@Nullable TemplateReads reads) {

        private static final Found NOTHING = new Found(null);

        boolean there() {
            return reads != null;
        }
    }
}
