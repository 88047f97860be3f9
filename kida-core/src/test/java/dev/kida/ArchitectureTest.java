package dev.kida;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rooms of the house and who may look into which. */
class ArchitectureTest {

    /** Ground floor first: a package may use those before it, never those after it. */
    private static final List<String> PACKAGES = List.of(
            "dev.kida.error",
            "dev.kida.value",
            "dev.kida.output",
            "dev.kida.load",
            "dev.kida.syntax",
            "dev.kida.analyze",
            "dev.kida.builtin",
            "dev.kida.render",
            "dev.kida.compile",
            "dev.kida.html",
            "dev.kida");

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.kida");

    static Stream<Arguments> packagesAndThoseAbove() {
        return IntStream.range(0, PACKAGES.size() - 1)
                .mapToObj(i -> Arguments.of(PACKAGES.get(i), PACKAGES.subList(i + 1, PACKAGES.size())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("packagesAndThoseAbove")
    void usesOnlyWhatIsBeneathIt(String name, List<String> above) {
        noClasses()
                .that()
                .resideInAPackage(name)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(above.toArray(String[]::new))
                .allowEmptyShould(true)
                .check(CORE);
    }

    @Test
    void everyClassHasARoom() {
        classes().should().resideInAnyPackage(PACKAGES.toArray(String[]::new)).check(CORE);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.kida.(*)..").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void dependsOnFourLibraries() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.kida..",
                        "java..",
                        "org.reactivestreams..",
                        "org.objectweb.asm..",
                        "com.github.benmanes.caffeine..",
                        "org.jspecify..")
                .check(CORE);
    }
}
