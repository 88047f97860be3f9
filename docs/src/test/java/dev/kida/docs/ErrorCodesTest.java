package dev.kida.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.error.ErrorCode;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The link in an error message leads to a line about its code. */
class ErrorCodesTest {

    private final String page =
            String.join("\n", Page.read(Path.of("errors.md")).lines());

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void isExplained(ErrorCode code) {
        String anchor = code.docsUrl().substring(code.docsUrl().indexOf('#') + 1);

        assertThat(code.docsUrl()).startsWith("docs/errors.md#");
        assertThat(page).contains("<a id=\"" + anchor + "\"></a>" + code.code() + " |");
    }
}
