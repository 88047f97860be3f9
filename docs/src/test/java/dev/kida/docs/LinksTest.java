package dev.kida.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A link from one page to another leads somewhere. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

    @TestFactory
    Stream<DynamicTest> links() throws IOException {
        return Page.all().stream().flatMap(page -> page.lines().stream()
                .flatMap(line -> LINK.matcher(line).results())
                .map(result -> result.group(1))
                .filter(link -> !link.contains("://"))
                .distinct()
                .map(link -> DynamicTest.dynamicTest(page.name() + " → " + link, () -> check(page, link))));
    }

    private static void check(Page page, String link) {
        int hash = link.indexOf('#');
        String path = hash < 0 ? link : link.substring(0, hash);
        Path target = path.isEmpty() ? page.file() : page.file().resolveSibling(path);
        assertThat(target).exists();
        if (hash >= 0) {
            assertThat(headings(target)).contains(link.substring(hash + 1));
        }
    }

    private static Stream<String> headings(Path file) {
        assertThat(Files.isRegularFile(file)).isTrue();
        return Page.read(file).lines().stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'));
    }
}
