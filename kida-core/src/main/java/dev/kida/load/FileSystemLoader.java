package dev.kida.load;

import dev.kida.error.TemplateNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Loads templates from folders, which are searched in order.
 *
 * <p>A file is served only if its real path, with symbolic links followed, lies inside the folder.
 */
public final class FileSystemLoader implements TemplateLoader {

    private record Version(Path file, FileTime modified, long size) {}

    private final List<Path> folders;
    private final Charset charset;

    /** Loads UTF-8 files from these folders. */
    public FileSystemLoader(Path... folders) {
        this(Arrays.asList(folders), StandardCharsets.UTF_8);
    }

    /** Loads files of that encoding from these folders. */
    public FileSystemLoader(List<Path> folders, Charset charset) {
        if (folders.isEmpty()) {
            throw new IllegalArgumentException("A file system loader needs at least one folder");
        }
        this.folders = folders.stream()
                .map(folder -> folder.toAbsolutePath().normalize())
                .toList();
        this.charset = charset;
    }

    @Override
    public TemplateSource load(String name) {
        Path file = find(name).orElseThrow(() -> missing(name));
        try {
            Version version = version(file); // before reading: a change in between is then noticed later
            String text = SourceReader.text(Files.readAllBytes(file), charset);
            return new TemplateSource(name, text, file.toString(), version);
        } catch (CharacterCodingException e) {
            throw NotFound.because(name, ": " + file + " is not valid " + charset.name(), null, e);
        } catch (IOException e) {
            throw NotFound.because(name, ": " + file + " cannot be read (" + e + ")", null, e);
        }
    }

    @Override
    public boolean isCurrent(TemplateSource loaded) {
        try {
            Path file = find(loaded.name()).orElse(null);
            return file != null && version(file).equals(loaded.version());
        } catch (IOException | TemplateNotFoundException e) {
            return false;
        }
    }

    @Override
    public boolean exists(String name) {
        try {
            return find(name).isPresent();
        } catch (TemplateNotFoundException e) {
            return false;
        }
    }

    @Override
    public List<String> list() {
        TreeSet<String> names = new TreeSet<>();
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(folder)) {
                files.map(file -> folder.relativize(file).toString().replace('\\', '/'))
                        .filter(Suffixes.DEFAULT::allow)
                        .filter(this::exists)
                        .forEach(names::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return List.copyOf(names);
    }

    private static Version version(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Version(file, attributes.lastModifiedTime(), attributes.size());
    }

    private Optional<Path> find(String name) {
        TemplateNames.check(name);
        if (Suffixes.isClassFile(name)) {
            return Optional.empty();
        }
        for (Path folder : folders) {
            Path file = inside(folder, name);
            if (file != null) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /** The real path of a file in a folder, or null if there is none. */
    private static @Nullable Path inside(Path folder, String name) {
        try {
            Path file = folder.resolve(name).normalize();
            if (!file.startsWith(folder)) {
                throw traversal(name);
            }
            if (!Files.isRegularFile(file)) {
                return null;
            }
            Path real = file.toRealPath();
            if (!real.startsWith(folder.toRealPath())) {
                throw traversal(name);
            }
            return real;
        } catch (InvalidPathException e) {
            throw NotFound.because(name, ": the name cannot be that of a file", null, e);
        } catch (IOException e) {
            return null;
        }
    }

    private static TemplateNotFoundException traversal(String name) {
        return NotFound.because(name, ": it leads out of the template folder (path traversal attempt)");
    }

    private TemplateNotFoundException missing(String name) {
        String searched = String.join(", ", folders.stream().map(Path::toString).toList());
        return NotFound.because(name, " in: " + searched);
    }
}
