package dev.kida.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.render.Chunk;
import dev.kida.spring.PageParts.Part;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PagePartsTest {

    private final PageParts parts = new PageParts();

    @Test
    void aPageThatNeverWaitsIsOneWholePart() {
        assertThat(parts.add(chunk("a", false, false))).isNull();
        Part part = parts.add(chunk("bc", false, true));

        assertThat(text(part)).isEqualTo("abc");
        assertThat(part.size()).isEqualTo(3);
        assertThat(part.whole()).isTrue();
        assertThat(parts.rest()).isNull();
    }

    @Test
    void aPartLeavesWhereThePageWaits() {
        parts.add(chunk("a", false, false));
        Part first = parts.add(chunk("b", true, false));
        Part last = parts.add(chunk("c", false, true));

        assertThat(text(first)).isEqualTo("ab");
        assertThat(first.flush()).isTrue();
        assertThat(first.whole()).isFalse();
        assertThat(text(last)).isEqualTo("c");
        assertThat(last.whole()).as("it is not all of the page").isFalse();
    }

    @Test
    void muchIsSentWithoutAnyWait() {
        String half = "x".repeat(PageParts.GATHERED / 2);
        assertThat(parts.add(chunk(half, false, false))).isNull();
        Part part = parts.add(chunk(half, false, false));

        assertThat(part.size()).isEqualTo(PageParts.GATHERED);
        assertThat(part.flush()).isFalse();
        assertThat(part.whole()).isFalse();
        assertThat(parts.rest()).isNull();
    }

    @Test
    void whatIsLeftOfAPageWithoutALastChunkIsItsRest() {
        parts.add(chunk("a", false, false));

        Part rest = parts.rest();
        assertThat(text(rest)).isEqualTo("a");
        assertThat(rest.whole()).isTrue();
        assertThat(parts.rest()).isNull();
    }

    @Test
    void anEmptyPageIsWholeAsWell() {
        Part part = parts.add(chunk("", false, true));

        assertThat(part.size()).isZero();
        assertThat(part.whole()).isTrue();
    }

    private static Chunk chunk(String text, boolean flush, boolean last) {
        return new Chunk(text.getBytes(StandardCharsets.UTF_8), flush, last);
    }

    private static String text(Part part) {
        StringBuilder text = new StringBuilder();
        part.pieces().forEach(piece -> text.append(new String(piece, StandardCharsets.UTF_8)));
        return text.toString();
    }
}
