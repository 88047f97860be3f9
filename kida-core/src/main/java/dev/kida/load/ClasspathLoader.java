package dev.kida.load;

import dev.kida.error.TemplateNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Loads templates from below a folder of the class path, in plain folders as well as in jars and jars in jars.
 *
 * <p>Only names with a known suffix are served, so that neither classes nor configuration files can be read, even with
 * the root of the class path as folder.
 */
public final class ClasspathLoader implements TemplateLoader {

    private final String prefix;
    private final ClassLoader classLoader;
    private final Charset charset;
    private final Suffixes suffixes;

    /** Loads UTF-8 templates below {@code prefix} with the class loader of the thread. */
    public ClasspathLoader(String prefix) {
        this(prefix, defaultClassLoader());
    }

    /** Loads UTF-8 templates below {@code prefix}, for example {@code templates/}. */
    public ClasspathLoader(String prefix, ClassLoader classLoader) {
        this(folder(prefix), classLoader, StandardCharsets.UTF_8, Suffixes.DEFAULT);
    }

    private ClasspathLoader(String prefix, ClassLoader classLoader, Charset charset, Suffixes suffixes) {
        this.prefix = prefix;
        this.classLoader = classLoader;
        this.charset = charset;
        this.suffixes = suffixes;
    }

    /** The same loader which also serves names with these suffixes, for example {@code .css}. */
    public ClasspathLoader withSuffixes(String... more) {
        return new ClasspathLoader(prefix, classLoader, charset, suffixes.and(more));
    }

    /** The same loader for files of another encoding. */
    public ClasspathLoader withCharset(Charset other) {
        return new ClasspathLoader(prefix, classLoader, other, suffixes);
    }

    private static ClassLoader defaultClassLoader() {
        ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
        if (ofThread != null) {
            return ofThread;
        }
        ClassLoader own = ClasspathLoader.class.getClassLoader();
        return own != null ? own : ClassLoader.getSystemClassLoader();
    }

    private static String folder(String prefix) {
        String trimmed = prefix.startsWith("/") ? prefix.substring(1) : prefix;
        return trimmed.isEmpty() || trimmed.endsWith("/") ? trimmed : trimmed + "/";
    }

    @Override
    public TemplateSource load(String name) {
        URL url = find(name);
        if (url == null) {
            throw NotFound.because(name, " on the class path under '" + prefix + "'");
        }
        try (InputStream in = classLoader.getResourceAsStream(prefix + name)) {
            if (in == null) {
                throw NotFound.because(name, " on the class path under '" + prefix + "'");
            }
            Object version = version(url);
            String text = SourceReader.text(in.readAllBytes(), charset);
            return new TemplateSource(name, text, url.toString(), version);
        } catch (CharacterCodingException e) {
            throw NotFound.because(name, ": " + url + " is not valid " + charset.name(), null, e);
        } catch (IOException e) {
            throw NotFound.because(name, ": " + url + " cannot be read (" + e + ")", null, e);
        }
    }

    /** Files are compared by their time; what is in a jar does not change. */
    @Override
    public boolean isCurrent(TemplateSource loaded) {
        try {
            URL url = find(loaded.name());
            if (url == null || !url.toString().equals(loaded.location())) {
                return false;
            }
            Object version = version(url);
            return version == null || version.equals(loaded.version());
        } catch (IOException | TemplateNotFoundException e) {
            return false;
        }
    }

    @Override
    public boolean exists(String name) {
        try {
            return find(name) != null;
        } catch (TemplateNotFoundException e) {
            return false;
        }
    }

    private @Nullable URL find(String name) {
        TemplateNames.check(name);
        if (name.startsWith("/")) {
            throw NotFound.because(name, ": it leads out of the template folder (path traversal attempt)");
        }
        if (!suffixes.allow(name)) {
            throw NotFound.because(name, ": only templates are loaded from the class path (" + suffixes + ")");
        }
        for (String segment : List.of(name.split("/", -1))) {
            if (segment.isEmpty() || segment.equals(".")) {
                return null; // a folder would resolve it, a jar would not
            }
        }
        URL url = classLoader.getResource(prefix + name);
        return url == null || isInside(url, name) ? url : null;
    }

    /** Whether a file of a plain folder is a real file of that folder; other resources cannot be links. */
    private static boolean isInside(URL url, String name) {
        Path file = file(url);
        if (file == null) {
            return true;
        }
        Path root = file;
        for (int i = name.split("/").length; i > 0 && root != null; i--) {
            root = root.getParent();
        }
        try {
            return root != null
                    && Files.isRegularFile(file)
                    && file.toRealPath().startsWith(root.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    private static @Nullable Object version(URL url) throws IOException {
        Path file = file(url);
        return file == null ? null : Files.getLastModifiedTime(file);
    }

    private static @Nullable Path file(URL url) {
        if (!"file".equals(url.getProtocol())) {
            return null;
        }
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return null;
        }
    }
}
