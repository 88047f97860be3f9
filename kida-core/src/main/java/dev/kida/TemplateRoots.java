package dev.kida;

import dev.kida.error.Diagnostic;
import dev.kida.error.ErrorCode;
import dev.kida.load.FileSystemLoader;
import dev.kida.load.PrefixLoader;
import dev.kida.load.TemplateLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The folders of a check, each with the first part of the names of its templates.
 *
 * @param loader what loads from those that can be used
 * @param problems a K-TPL-005 for each of the others
 */
record TemplateRoots(TemplateLoader loader, List<Diagnostic> problems) {

    static TemplateRoots of(Map<String, Path> roots) {
        Map<String, TemplateLoader> loaders = new LinkedHashMap<>();
        Map<Path, String> taken = new LinkedHashMap<>();
        List<Diagnostic> problems = new ArrayList<>();
        roots.forEach((name, folder) -> {
            String problem = problem(name, folder, taken);
            if (problem == null) {
                loaders.put(name, new FileSystemLoader(folder));
            } else {
                problems.add(misconfigured(name, folder, problem));
            }
        });
        return new TemplateRoots(new PrefixLoader(loaders), List.copyOf(problems));
    }

    private static @Nullable String problem(String name, Path folder, Map<Path, String> taken) {
        if (name.isBlank()
                || name.contains("/")
                || name.contains("\\")
                || name.startsWith(".")
                || name.startsWith("@")) {
            return "'" + name + "' cannot be the name of a template root";
        }
        if (!Files.isDirectory(folder)) {
            return "The template root '" + name + "' is no folder: " + folder;
        }
        try {
            String other = taken.putIfAbsent(folder.toRealPath(), name);
            return other == null
                    ? null
                    : "The template roots '" + other + "' and '" + name + "' are the same folder: " + folder;
        } catch (IOException e) {
            return "The template root '" + name + "' cannot be read: " + e.getMessage();
        }
    }

    private static Diagnostic misconfigured(String name, Path folder, String problem) {
        return new Diagnostic(
                ErrorCode.K_TPL_005,
                Diagnostic.Severity.ERROR,
                problem,
                name,
                folder.toString(),
                0,
                -1,
                null,
                null,
                Map.of(),
                null,
                List.of(),
                List.of(),
                List.of());
    }
}
