package dev.kida.spring;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;

/** The names of all resources below a location. */
final class ResourceListing {

    private ResourceListing() {}

    static List<String> below(ResourceLoader resources, String prefix) throws IOException {
        ResourcePatternResolver patterns = resources instanceof ResourcePatternResolver resolver
                ? resolver
                : new PathMatchingResourcePatternResolver(resources);
        Resource root = resources.getResource(prefix);
        TreeSet<String> names = new TreeSet<>();
        for (Resource resource : patterns.getResources(prefix + "**/*")) {
            String name = resource.isReadable() ? nameBelow(root, resource) : null;
            if (name != null && TemplateName.isValid(name)) {
                names.add(name);
            }
        }
        return List.copyOf(names);
    }

    /** Files are compared as files: a location such as {@code file:templates/} is relative, and what is found in it is not. */
    private static @Nullable String nameBelow(Resource root, Resource resource) throws IOException {
        if (root.isFile() && resource.isFile()) {
            Path directory = absolute(root);
            Path file = absolute(resource);
            return file.startsWith(directory)
                    ? directory.relativize(file).toString().replace(File.separatorChar, '/')
                    : null;
        }
        String location = root.getURL().toString();
        String url = resource.getURL().toString();
        return url.startsWith(location) ? url.substring(location.length()) : null;
    }

    private static Path absolute(Resource resource) throws IOException {
        return resource.getFile().toPath().toAbsolutePath().normalize();
    }
}
