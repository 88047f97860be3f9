package dev.kida.spring;

import dev.kida.load.ClasspathLoader;
import dev.kida.load.TemplateLoader;
import dev.kida.load.TemplateSource;
import java.util.List;

/**
 * The templates of an application, and behind them those that come with Kida, such as {@code kida/forms.html}. An
 * application that has one of the same name has replaced it. Thread-safe if the application's loader is.
 */
public final class LibraryLoader implements TemplateLoader {

    /** Where they are on the class path. */
    public static final String LOCATION = "dev/kida/spring/templates/";

    private static final String FOLDER = "kida/";

    private final TemplateLoader application;
    private final TemplateLoader library = new ClasspathLoader(LOCATION, LibraryLoader.class.getClassLoader());

    /** Asks the application's loader first. */
    public LibraryLoader(TemplateLoader application) {
        this.application = application;
    }

    @Override
    public TemplateSource load(String name) {
        return isOurs(name) ? library.load(name) : application.load(name);
    }

    @Override
    public boolean isCurrent(TemplateSource loaded) {
        if (!loaded.name().startsWith(FOLDER)) {
            return application.isCurrent(loaded);
        }
        return isOurs(loaded.name())
                ? library.isCurrent(loaded)
                : application.isCurrent(loaded) && application.exists(loaded.name());
    }

    @Override
    public boolean exists(String name) {
        return application.exists(name) || isOurs(name);
    }

    /** The templates that come with Kida. */
    public static List<String> library() {
        return List.of(FOLDER + "forms.html");
    }

    /** The templates of the application; what comes with Kida need not be listed, checked or compiled in advance. */
    @Override
    public List<String> list() {
        return application.list();
    }

    private boolean isOurs(String name) {
        return name.startsWith(FOLDER) && !application.exists(name) && library.exists(name);
    }

    @Override
    public String toString() {
        return "LibraryLoader[" + application + "]";
    }
}
