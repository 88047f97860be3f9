package dev.kida.examples;

import dev.kida.conformance.Cases;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/**
 * Examples of the language, one for each thing it promises: a template, its context, and its output or its error with
 * code, template and line. Each runs straight, as UTF-8, and as a stream of chunks of the usual size and of one character.
 */
class LanguageExamplesTest {

    @TestFactory
    Stream<DynamicContainer> examples() {
        return Cases.in("/examples");
    }
}
