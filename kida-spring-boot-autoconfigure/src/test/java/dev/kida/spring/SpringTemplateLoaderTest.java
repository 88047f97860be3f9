package dev.kida.spring;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kida.error.TemplateNotFoundException;
import dev.kida.load.TemplateSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.DefaultResourceLoader;

class SpringTemplateLoaderTest {

    @TempDir
    Path directory;

    @Test
    void loadsFromTheClassPath() {
        SpringTemplateLoader loader = loader("classpath:/templates/");

        assertThat(loader.load("hello.html").text()).startsWith("<p>from the class path");
        assertThat(loader.exists("hello.html")).isTrue();
        assertThat(loader.exists("nothing.html")).isFalse();
        assertThat(loader.list()).contains("hello.html", "error/5xx.html");
    }

    @Test
    void theClassLoaderOfTheCallingThreadDoesNotMatter() {
        SpringTemplateLoader loader = loader("classpath:/templates/");
        ClassLoader own = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            assertThat(loader.exists("hello.html")).isTrue();
        } finally {
            Thread.currentThread().setContextClassLoader(own);
        }
    }

    @Test
    void loadsFromADirectoryWithOrWithoutASlashAtItsEnd() throws IOException {
        write("a/b.html", "hi");

        assertThat(loader("file:" + directory).load("a/b.html").text()).isEqualTo("hi");
        assertThat(loader("file:" + directory + "/").list()).containsExactly("a/b.html");
    }

    @Test
    void aDirectoryMayBeRelativeAndNamesMayHaveBlanks() throws IOException {
        write("a/b c.html", "hi");
        Path relative = Path.of("").toAbsolutePath().relativize(directory.toAbsolutePath());

        SpringTemplateLoader loader = loader("file:" + relative + "/");

        assertThat(loader.load("a/b c.html").text()).isEqualTo("hi");
        assertThat(loader.list()).containsExactly("a/b c.html");
    }

    @Test
    void loadsFromAJar() throws IOException {
        Path jar = directory.resolve("views.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("templates/page.html"));
            out.write("in a jar".getBytes(UTF_8));
        }
        SpringTemplateLoader loader = loader("jar:file:" + jar + "!/templates/");

        assertThat(loader.load("page.html").text()).isEqualTo("in a jar");
        assertThat(loader.exists("../templates/page.html")).isFalse();
    }

    @Test
    void readsTheConfiguredEncoding() throws IOException {
        Files.write(directory.resolve("latin.html"), "Grüße".getBytes(ISO_8859_1));

        SpringTemplateLoader loader =
                new SpringTemplateLoader(new DefaultResourceLoader(), "file:" + directory, ISO_8859_1);

        assertThat(loader.load("latin.html").text()).isEqualTo("Grüße");
    }

    /** As editors on Windows write it. */
    @Test
    void aByteOrderMarkIsNoTextAndLinesEndInOneWay() throws IOException {
        write("windows.html", "\uFEFF<p>\r\n</p>\r\n");

        assertThat(loader("file:" + directory).load("windows.html").text()).isEqualTo("<p>\n</p>\n");
    }

    @Test
    void aTemplateInAnotherEncodingIsNotShownWithHoles() throws IOException {
        Files.write(directory.resolve("latin.html"), "Grüße".getBytes(ISO_8859_1));

        assertThatExceptionOfType(TemplateNotFoundException.class)
                .isThrownBy(() -> loader("file:" + directory).load("latin.html"))
                .withMessageContaining("latin.html")
                .withMessageContaining("not valid UTF-8");
    }

    @Test
    void missingTemplatesAreReportedByName() {
        assertThatExceptionOfType(TemplateNotFoundException.class)
                .isThrownBy(() -> loader("classpath:/templates/").load("nothing.html"))
                .withMessageContaining("nothing.html");
    }

    @Test
    void namesDoNotLeadOutOfTheLocation() throws IOException {
        write("inside/a.html", "a");
        write("secret.html", "s");
        SpringTemplateLoader loader = loader("file:" + directory + "/inside/");

        for (String name : new String[] {
            "../secret.html", "%2e%2e/secret.html", "..%2fsecret.html", "file:" + directory + "/secret.html"
        }) {
            assertThat(loader.exists(name)).as(name).isFalse();
            assertThatExceptionOfType(TemplateNotFoundException.class).isThrownBy(() -> loader.load(name));
        }
    }

    @Test
    void symbolicLinksDoNotLeadOutOfTheLocation() throws IOException {
        write("inside/a.html", "a");
        write("secret.html", "s");
        Files.createSymbolicLink(directory.resolve("inside/link.html"), directory.resolve("secret.html"));
        Files.createSymbolicLink(directory.resolve("inside/same.html"), directory.resolve("inside/a.html"));
        Files.createSymbolicLink(directory.resolve("inside/up"), directory);
        SpringTemplateLoader loader = loader("file:" + directory + "/inside/");

        assertThat(loader.exists("link.html")).isFalse();
        assertThat(loader.exists("up/secret.html")).isFalse();
        assertThat(loader.exists("same.html")).isTrue();
    }

    @Test
    void aDirectoryIsNotATemplate() throws IOException {
        write("a/b.html", "b");

        assertThat(loader("file:" + directory).exists("a")).isFalse();
    }

    @Test
    void aChangedFileIsNotCurrent() throws IOException {
        Path file = write("a.html", "one");
        SpringTemplateLoader loader = loader("file:" + directory);
        TemplateSource loaded = loader.load("a.html");

        assertThat(loader.isCurrent(loaded)).isTrue();

        Files.writeString(file, "two");
        Files.setLastModifiedTime(
                file, FileTime.fromMillis(Files.getLastModifiedTime(file).toMillis() + 1000));
        assertThat(loader.isCurrent(loaded)).isFalse();

        Files.delete(file);
        assertThat(loader.isCurrent(loaded)).isFalse();
    }

    private Path write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static SpringTemplateLoader loader(String prefix) {
        return new SpringTemplateLoader(new DefaultResourceLoader(), prefix, UTF_8);
    }
}
