package dev.kida.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.CharacterCodingException;
import org.junit.jupiter.api.Test;

class SourceReaderTest {

    @Test
    void lineEndsAndTheMarkAtTheStartAreThoseOfTheFile() throws CharacterCodingException {
        assertThat(SourceReader.text("\uFEFFa\r\nb\rc\n\uFEFFd".getBytes(UTF_8), UTF_8))
                .isEqualTo("a\nb\nc\n\uFEFFd");
        assertThat(SourceReader.text("\uFEFFé".getBytes(UTF_16LE), UTF_16LE)).isEqualTo("é");
        assertThat(SourceReader.text(new byte[0], UTF_8)).isEmpty();
    }

    @Test
    void whatIsOfAnotherEncodingIsRefused() {
        assertThatThrownBy(() -> SourceReader.text("é".getBytes(ISO_8859_1), UTF_8))
                .isInstanceOf(CharacterCodingException.class);
    }
}
