package dev.kida.spring;

import dev.kida.error.TemplateNotFoundException;
import dev.kida.load.SourceReader;
import dev.kida.load.TemplateLoader;
import dev.kida.load.TemplateSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/**
 * Loads templates as Spring resources below one location, such as {@code classpath:/templates/} or {@code file:./templates/}.
 * Works the same from an IDE, from a jar and from a jar inside a jar.
 *
 * <p>Names are relative paths with {@code /}. A name never leads out of the location: not by {@code ..}, not by a URL, not
 * by an escape, not by a symbolic link; such a name is one that does not exist. Thread-safe.
 */
public final class SpringTemplateLoader implements TemplateLoader {

    private final ResourceLoader resources;
    private final String prefix;
    private final Charset charset;

    /**
     * @param resources gives the resources, usually the application context
     * @param prefix the location of the templates; a missing slash at its end is added
     * @param charset the encoding of the templates
     */
    public SpringTemplateLoader(ResourceLoader resources, String prefix, Charset charset) {
        // Pinned: templates are also loaded on threads that outlive an application and have the class loader of
        // another.
        this.resources = prefix.startsWith(ResourceLoader.CLASSPATH_URL_PREFIX)
                ? new DefaultResourceLoader(resources.getClassLoader())
                : resources;
        this.prefix = prefix.isEmpty() || prefix.endsWith("/") || prefix.endsWith(":") ? prefix : prefix + "/";
        this.charset = charset;
    }

    @Override
    public TemplateSource load(String name) {
        Resource resource = find(name);
        if (resource == null) {
            throw new TemplateNotFoundException(name, "Template '" + name + "' not found in " + prefix);
        }
        // The version is taken first: a change during the read makes the source stale, not lost.
        Version version = Version.of(resource);
        try (InputStream in = resource.getInputStream()) {
            String text = SourceReader.text(in.readAllBytes(), charset);
            return new TemplateSource(name, text, prefix + name, version);
        } catch (CharacterCodingException ex) {
            throw new TemplateNotFoundException(
                    name,
                    "Template '" + name + "' in " + prefix + " is not valid " + charset.name()
                            + ". Is it in the encoding that kida.charset names?",
                    null,
                    ex);
        } catch (IOException ex) {
            throw new TemplateNotFoundException(
                    name, "Template '" + name + "' in " + prefix + " cannot be read", null, ex);
        }
    }

    @Override
    public boolean isCurrent(TemplateSource loaded) {
        Resource resource = find(loaded.name());
        return resource != null && Version.of(resource).equals(loaded.version());
    }

    @Override
    public boolean exists(String name) {
        return find(name) != null;
    }

    @Override
    public List<String> list() {
        try {
            return ResourceListing.below(resources, prefix);
        } catch (IOException ex) {
            throw new UncheckedIOException("Cannot list " + prefix, ex);
        }
    }

    private @Nullable Resource find(String name) {
        if (!TemplateName.isValid(name)) {
            return null;
        }
        Resource resource = resources.getResource(prefix + name);
        return resource.isReadable() && isBelowPrefix(resource, name) ? resource : null;
    }

    /** Follows symbolic links: the file has to be, in truth, below the directory that the prefix stands for. */
    private static boolean isBelowPrefix(Resource resource, String name) {
        if (!resource.isFile()) {
            return true;
        }
        try {
            Path file = resource.getFile().toPath().toAbsolutePath();
            Path root = file;
            for (int i = 0; i <= name.chars().filter(c -> c == '/').count() && root != null; i++) {
                root = root.getParent();
            }
            return root != null && file.toRealPath().startsWith(root.toRealPath());
        } catch (IOException ex) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "SpringTemplateLoader[" + prefix + "]";
    }

    /** Two versions differ when the template may have changed. */
    private record Version(long modified, long length) {

        static Version of(Resource resource) {
            try {
                return new Version(resource.lastModified(), resource.contentLength());
            } catch (IOException ex) {
                return new Version(-1, -1); // not a file that can change
            }
        }
    }
}
