package dev.kida.spring;

import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
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
        String root = resources.getResource(prefix).getURL().toString();
        TreeSet<String> names = new TreeSet<>();
        for (Resource resource : patterns.getResources(prefix + "**/*")) {
            String url = resource.getURL().toString();
            if (resource.isReadable() && url.startsWith(root) && TemplateName.isValid(url.substring(root.length()))) {
                names.add(url.substring(root.length()));
            }
        }
        return List.copyOf(names);
    }
}
