package dev.kida.render;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to compile a template. What is timed is reading its text to the finished analysis; the bytecode of each of
 * its two shapes is generated when it first runs in that shape.
 *
 * @param template the template's name, or null for an inline one without
 * @param time how long it took
 * @param failure why it failed, usually a {@link dev.kida.error.TemplateSyntaxException}; null when it succeeded
 */
public record Compilation(
        @Nullable String template, Duration time, @Nullable Throwable failure) {}
