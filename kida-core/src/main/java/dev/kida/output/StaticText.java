package dev.kida.output;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A piece of template text, encoded once so that a render only copies it. */
public final class StaticText {

    private final String string;
    private final byte[] utf8;
    /** One byte for each character, or null if a character needs more. */
    private final byte @Nullable [] latin1;

    /** Encodes {@code string}; unpaired surrogates count as U+FFFD in the encoded form. */
    public StaticText(String string) {
        this.string = string;
        this.utf8 = Utf8.encode(string);
        if (utf8.length == string.length()) {
            this.latin1 = utf8;
        } else {
            this.latin1 =
                    Utf8.isLatin1(string, 0, string.length()) ? string.getBytes(StandardCharsets.ISO_8859_1) : null;
        }
    }

    /** The text. */
    public String string() {
        return string;
    }

    /** The text in UTF-8 (a copy). */
    public byte[] utf8() {
        return Arrays.copyOf(utf8, utf8.length);
    }

    /** Whether every character fits into one byte. */
    public boolean isLatin1() {
        return latin1 != null;
    }

    /** The shared encoded form, which nobody may change. */
    byte[] encoded() {
        return utf8;
    }

    byte @Nullable [] latin1() {
        return latin1;
    }

    @Override
    public String toString() {
        return string;
    }
}
