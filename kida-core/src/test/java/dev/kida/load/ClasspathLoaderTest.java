package dev.kida.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.error.TemplateNotFoundException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClasspathLoaderTest {

    private static final Map<String, String> FILES = Map.of(
            "templates/page.html", "\uFEFFpage\r\n",
            "templates/sub/part.html", "part",
            "templates/style.css", "css",
            "templates/Evil.class", "class",
            "templates/dir.html/x.html", "x",
            "secret.html", "secret",
            "application.properties", "password=1");

    @TempDir
    Path folder;

    private URLClassLoader inFolder;
    private URLClassLoader inJar;

    @BeforeEach
    void classPaths() throws IOException {
        Path jar = folder.resolve("templates.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, String> file : FILES.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
                out.putNextEntry(new JarEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        inFolder = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null);
        inJar = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null);
    }

    @AfterEach
    void close() throws IOException {
        inFolder.close();
        inJar.close();
    }

    @Test
    void loadsFromFoldersAndJars() {
        for (ClassLoader classLoader : new ClassLoader[] {inFolder, inJar}) {
            for (String prefix : new String[] {"templates", "templates/", "/templates/"}) {
                ClasspathLoader loader = new ClasspathLoader(prefix, classLoader);

                assertThat(loader.load("page.html").text()).isEqualTo("page\n");
                assertThat(loader.load("sub/part.html").text()).isEqualTo("part");
                assertThat(loader.exists("none.html")).isFalse();
                assertThatThrownBy(() -> loader.load("none.html")).hasMessageContaining("templates/");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.html",
                "..\\secret.html",
                "sub/../../secret.html",
                "sub/../page.html",
                "./page.html",
                "sub//part.html",
                "%2e%2e/secret.html",
                "/page.html",
                "/secret.html",
                "//secret.html",
                "file:///etc/passwd",
                "jar:file:/x.jar!/y.html",
                "http://localhost/x.html",
                "C:/x.html",
                "page.html\0",
                "page.html\r\n",
                "Evil.class",
                "Evil.class\0.html",
                "../application.properties",
                "style.css",
                "dir.html",
                "sub",
                "sub/",
                ""
            })
    void servesNothingElse(String name) {
        for (ClassLoader classLoader : new ClassLoader[] {inFolder, inJar}) {
            ClasspathLoader loader = new ClasspathLoader("templates", classLoader);

            assertThatThrownBy(() -> loader.load(name)).isInstanceOf(TemplateNotFoundException.class);
            assertThat(loader.exists(name)).isFalse();
        }
    }

    @Test
    void servesNeitherClassesNorConfigurationFromTheRoot() {
        ClasspathLoader root = new ClasspathLoader("", inJar);

        assertThat(root.exists("templates/page.html")).isTrue();
        assertThat(root.exists("application.properties")).isFalse();
        assertThat(root.withSuffixes("class").exists("templates/Evil.class")).isFalse();
    }

    @Test
    void servesMoreSuffixesWhenAsked() {
        ClasspathLoader loader = new ClasspathLoader("templates", inJar).withSuffixes(".css");

        assertThat(loader.load("style.css").text()).isEqualTo("css");
    }

    @Test
    void followsLinksOnlyInside() throws IOException {
        Files.createSymbolicLink(folder.resolve("templates/link.html"), folder.resolve("secret.html"));
        Files.createSymbolicLink(folder.resolve("templates/own.html"), folder.resolve("templates/page.html"));
        ClasspathLoader loader = new ClasspathLoader("templates", inFolder);

        assertThat(loader.exists("link.html")).isFalse();
        assertThat(loader.exists("own.html")).isTrue();
    }

    @Test
    void noticesChangesOfFilesOnly() throws IOException {
        ClasspathLoader loader = new ClasspathLoader("templates", inFolder);
        TemplateSource loaded = loader.load("page.html");
        TemplateSource packed = new ClasspathLoader("templates", inJar).load("page.html");
        Files.setLastModifiedTime(folder.resolve("templates/page.html"), FileTime.fromMillis(1));

        assertThat(loader.isCurrent(loaded)).isFalse();
        assertThat(loader.isCurrent(loader.load("page.html"))).isTrue();
        assertThat(new ClasspathLoader("templates", inJar).isCurrent(packed)).isTrue();
    }
}
