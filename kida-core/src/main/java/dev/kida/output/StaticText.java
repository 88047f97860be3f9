package dev.kida.output;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A piece of template text, encoded once so that a render only copies it. All renders share the arrays, which nobody may
 * change. It is a record because the JIT trusts the fields of records: it knows how long the text is that a place copies.
 *
 * @param string the text
 * @param utf8 the text in UTF-8
 * @param latin1 one byte for each character, or null if a character needs more
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record StaticText(String string, byte[] utf8, byte @Nullable [] latin1) {

    /** Encodes {@code string}; unpaired surrogates count as U+FFFD in the encoded form. */
    public StaticText(String string) {
        this(string, Utf8.encode(string));
    }

    private StaticText(String string, byte[] utf8) {
        this(string, utf8, latin1(string, utf8));
    }

    private static byte @Nullable [] latin1(String string, byte[] utf8) {
        if (utf8.length == string.length()) {
            return utf8;
        }
        return Utf8.isLatin1(string, 0, string.length()) ? string.getBytes(StandardCharsets.ISO_8859_1) : null;
    }

    @Override
    public String toString() {
        return string;
    }
}
