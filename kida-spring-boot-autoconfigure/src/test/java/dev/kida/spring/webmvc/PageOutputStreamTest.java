package dev.kida.spring.webmvc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.ServletOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.DelegatingServletOutputStream;
import org.springframework.mock.web.MockHttpServletResponse;

class PageOutputStreamTest {

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void aShortPageHasALength() throws IOException {
        PageOutputStream out = new PageOutputStream(response, 10, true);

        out.write(bytes("0123456789"));
        assertThat(response.getContentAsByteArray()).isEmpty();
        out.finish();

        assertThat(response.getContentAsString()).isEqualTo("0123456789");
        assertThat(response.getContentLength()).isEqualTo(10);
    }

    @Test
    void aLongPageIsSentAsItComes() throws IOException {
        PageOutputStream out = new PageOutputStream(response, 10, true);

        out.write(bytes("0123456789"));
        out.write(bytes("a"));
        assertThat(response.getContentAsString()).isEqualTo("0123456789a");
        out.finish();

        assertThat(response.containsHeader("Content-Length")).isFalse();
    }

    @Test
    void flushSendsAndCommits() throws IOException {
        PageOutputStream out = new PageOutputStream(response, 10, true);

        out.write(bytes("head"));
        out.flush();
        assertThat(response.isCommitted()).isTrue();
        assertThat(response.getContentAsString()).isEqualTo("head");
        out.write('!');
        out.finish();

        assertThat(response.getContentAsString()).isEqualTo("head!");
        assertThat(response.containsHeader("Content-Length")).isFalse();
    }

    @Test
    void flushingNothingDoesNotBeginThePage() throws IOException {
        PageOutputStream out = new PageOutputStream(response, 10, true);

        out.flush();

        assertThat(response.isCommitted()).isFalse();
    }

    @Test
    void aPartOfAResponseSaysNothingAboutItsLength() throws IOException {
        PageOutputStream out = new PageOutputStream(response, 10, false);

        out.write(bytes("part"));
        out.finish();

        assertThat(response.containsHeader("Content-Length")).isFalse();
        assertThat(response.getContentAsString()).isEqualTo("part");
    }

    @Test
    void remembersWhatTheResponseHasThrown() {
        EOFException disconnect = new EOFException("reset by peer");
        MockHttpServletResponse disconnected = new MockHttpServletResponse() {
            @Override
            public ServletOutputStream getOutputStream() {
                return new DelegatingServletOutputStream(OutputStream.nullOutputStream()) {
                    @Override
                    public void write(byte[] bytes, int offset, int length) throws IOException {
                        throw disconnect;
                    }
                };
            }
        };
        PageOutputStream out = new PageOutputStream(disconnected, 1, true);

        assertThatExceptionOfType(EOFException.class).isThrownBy(() -> out.write(bytes("page")));
        assertThat(out.failure()).isSameAs(disconnect);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
