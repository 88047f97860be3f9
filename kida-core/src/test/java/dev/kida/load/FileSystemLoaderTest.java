package dev.kida.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.error.TemplateNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileSystemLoaderTest {

    @TempDir
    Path outside;

    private Path folder;
    private FileSystemLoader loader;

    @BeforeEach
    void files() throws IOException {
        folder = Files.createDirectories(outside.resolve("templates"));
        Files.writeString(outside.resolve("secret.html"), "secret");
        Files.createDirectories(outside.resolve("templates-2"));
        Files.writeString(outside.resolve("templates-2/secret.html"), "secret");
        write("page.html", "page");
        write("sub/part.html", "part");
        loader = new FileSystemLoader(folder);
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void loadsAFile() {
        TemplateSource source = loader.load("sub/part.html");

        assertThat(source.name()).isEqualTo("sub/part.html");
        assertThat(source.text()).isEqualTo("part");
        assertThat(source.location()).endsWith("part.html");
        assertThat(loader.exists("page.html")).isTrue();
    }

    @Test
    void makesLinesEndAlikeAndDropsTheByteOrderMark() throws IOException {
        write("dos.html", "\uFEFFa\r\nb\rc\n");

        assertThat(loader.load("dos.html").text()).isEqualTo("a\nb\nc\n");
    }

    @Test
    void readsOtherEncodingsAndRefusesBrokenOnes() throws IOException {
        Files.write(folder.resolve("latin.html"), "é".getBytes(StandardCharsets.ISO_8859_1));
        FileSystemLoader latin = new FileSystemLoader(List.of(folder), StandardCharsets.ISO_8859_1);

        assertThat(latin.load("latin.html").text()).isEqualTo("é");
        assertThatThrownBy(() -> loader.load("latin.html"))
                .isInstanceOf(TemplateNotFoundException.class)
                .hasMessageContaining("latin.html is not valid UTF-8");
    }

    @Test
    void searchesFoldersInOrder() throws IOException {
        Path second = Files.createDirectories(outside.resolve("second"));
        Files.writeString(second.resolve("page.html"), "other page");
        Files.writeString(second.resolve("more.html"), "more");
        FileSystemLoader both = new FileSystemLoader(folder, second, outside.resolve("missing"));

        assertThat(both.load("page.html").text()).isEqualTo("page");
        assertThat(both.load("more.html").text()).isEqualTo("more");
        assertThat(both.list()).containsExactly("more.html", "page.html", "sub/part.html");
        assertThatThrownBy(() -> both.load("none.html"))
                .hasMessageContaining("none.html")
                .hasMessageContaining(second.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.html",
                "..\\secret.html",
                "sub/../../secret.html",
                "../templates-2/secret.html",
                "%2e%2e/secret.html",
                "/etc/passwd",
                "//etc/passwd",
                "file:///etc/passwd",
                "C:\\secret.html",
                "page.html\0",
                "page.html\0.txt",
                "sub",
                "",
                ".",
                "./",
                "evil.class"
            })
    void servesNothingOutsideItsFolder(String name) throws IOException {
        write("evil.class", "bytes");

        assertThatThrownBy(() -> loader.load(name)).isInstanceOf(TemplateNotFoundException.class);
        assertThat(loader.exists(name)).isFalse();
    }

    @Test
    void refusesAbsoluteNamesOfOutsideFiles() {
        String absolute = outside.resolve("secret.html").toString();

        assertThatThrownBy(() -> loader.load(absolute)).hasMessageContaining("traversal");
    }

    @Test
    void followsLinksOnlyInside() throws IOException {
        Files.createSymbolicLink(folder.resolve("inside.html"), folder.resolve("page.html"));
        Files.createSymbolicLink(folder.resolve("outside.html"), outside.resolve("secret.html"));
        Files.createSymbolicLink(folder.resolve("folder"), outside.resolve("templates-2"));

        assertThat(loader.load("inside.html").text()).isEqualTo("page");
        assertThatThrownBy(() -> loader.load("outside.html")).hasMessageContaining("traversal");
        assertThatThrownBy(() -> loader.load("folder/secret.html")).hasMessageContaining("traversal");
    }

    @Test
    void worksWhenTheFolderItselfIsALink() throws IOException {
        Path link = Files.createSymbolicLink(outside.resolve("link"), folder);

        assertThat(new FileSystemLoader(link).load("page.html").text()).isEqualTo("page");
    }

    @Test
    void noticesChanges() throws IOException {
        TemplateSource loaded = loader.load("page.html");
        assertThat(loader.isCurrent(loaded)).isTrue();

        Files.setLastModifiedTime(write("page.html", "PAGE"), FileTime.fromMillis(1));
        assertThat(loader.isCurrent(loaded)).isFalse();
        Files.delete(folder.resolve("page.html"));
        assertThat(loader.isCurrent(loaded)).isFalse();
    }
}
