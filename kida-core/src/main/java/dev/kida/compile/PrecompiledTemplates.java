package dev.kida.compile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The classes of templates that were made when the application was built and are on its class path, by an index that lies
 * beside them. An engine that has them defines no class for a template which is the same as it was in the build. A template
 * that has changed since, or that the build did not know, is compiled as usual; where no class can be defined, which is so
 * in a native image, rendering it fails. Immutable and thread-safe.
 */
public final class PrecompiledTemplates {

    /** Where the index is, below the root of the class path. */
    public static final String INDEX = "META-INF/kida/templates.index";

    /** Says, where the code of the JDK is part of a native image, that it is; documented by GraalVM. */
    private static final String NATIVE_IMAGE = "org.graalvm.nativeimage.imagecode";

    private final ClassLoader classLoader;
    private final Set<String> classes;
    private final boolean required;

    private PrecompiledTemplates(ClassLoader classLoader, Set<String> classes, boolean required) {
        this.classLoader = classLoader;
        this.classes = classes;
        this.required = required;
    }

    /**
     * What the indexes on a class path tell.
     *
     * @throws UncheckedIOException when one cannot be read
     */
    public static PrecompiledTemplates of(ClassLoader classLoader) {
        Set<String> classes = new HashSet<>();
        try {
            for (URL index : Collections.list(classLoader.getResources(INDEX))) {
                read(index, classes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PrecompiledTemplates(classLoader, classes, System.getProperty(NATIVE_IMAGE) != null);
    }

    private static void read(URL index, Set<String> classes) throws IOException {
        try (InputStream in = index.openStream();
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(classes::add);
        }
    }

    /** The index for some classes. */
    public static String index(Collection<TemplateClass> classes) {
        return classes.stream().map(TemplateClass::name).sorted().collect(Collectors.joining("\n", "", "\n"));
    }

    /** The same classes, with no other class to be defined, as if this were a native image. */
    public PrecompiledTemplates required() {
        return new PrecompiledTemplates(classLoader, classes, true);
    }

    /** Whether no class can be defined here. */
    public boolean isRequired() {
        return required;
    }

    /** How many classes there are; a template has two. */
    public int size() {
        return classes.size();
    }

    /** The class of a name, not initialised; null when it was not made, or went missing. */
    @Nullable
    Class<?> find(String name) {
        if (!classes.contains(name)) {
            return null;
        }
        try {
            return Class.forName(name, false, classLoader);
        } catch (ClassNotFoundException missing) {
            return null;
        }
    }
}
