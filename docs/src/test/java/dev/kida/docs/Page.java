package dev.kida.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A Markdown file: its lines, and the code blocks in it. */
public record Page(Path file, List<String> lines) {

    /**
     * A fenced code block.
     *
     * @param section the heading it stands under
     * @param attributes what follows the language on the opening line, as {@code key=value}
     */
    public record Fence(int line, String section, String language, Map<String, String> attributes, String text) {}

    public static Page read(Path file) {
        try {
            return new Page(file, Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The README and everything in docs/. */
    static List<Page> all() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("."))) {
            return Stream.concat(Stream.of(Path.of("../README.md")), files)
                    .filter(file -> file.toString().endsWith(".md"))
                    .map(Path::normalize)
                    .sorted()
                    .map(Page::read)
                    .toList();
        }
    }

    /** The first block in a language. */
    public String text(String language) {
        return fences().stream()
                .filter(fence -> fence.language().equals(language))
                .findFirst()
                .orElseThrow()
                .text();
    }

    String name() {
        return file.getFileName().toString();
    }

    List<Fence> fences() {
        List<Fence> fences = new ArrayList<>();
        String section = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("```")) {
                int start = i;
                StringBuilder text = new StringBuilder();
                for (i++; !lines.get(i).equals("```"); i++) {
                    text.append(lines.get(i)).append('\n');
                }
                fences.add(fence(start + 1, section, line.substring(3).strip(), text.toString()));
            } else if (line.startsWith("#")) {
                section = line;
            }
        }
        return fences;
    }

    private static Fence fence(int line, String section, String info, String text) {
        String[] words = info.split(" +");
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 1; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            attributes.put(words[i].substring(0, equals), words[i].substring(equals + 1));
        }
        return new Fence(line, section, words[0], attributes, text);
    }
}
