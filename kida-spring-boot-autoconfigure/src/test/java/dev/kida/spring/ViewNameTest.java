package dev.kida.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewNameTest {

    @Test
    void aNameWithoutAHashIsAPage() {
        assertThat(ViewName.parse("orders/list")).isEqualTo(new ViewName("orders/list", List.of()));
        assertThat(ViewName.parse("")).isEqualTo(new ViewName("", List.of()));
    }

    @Test
    void behindTheHashAreBlocks() {
        assertThat(ViewName.parse("orders#rows")).isEqualTo(new ViewName("orders", List.of("rows")));
        assertThat(ViewName.parse("orders#rows,zähler_2,a-b"))
                .isEqualTo(new ViewName("orders", List.of("rows", "zähler_2", "a-b")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a#",
                "a#,",
                "a#b,",
                "a#,b",
                "a#b#c",
                "a#b c",
                "a#1",
                "a#b.c",
                "a#../c",
                "a#${b}",
                "a#b()",
                "a#b\n",
                "a#b\u0000",
                "a#{{b}}"
            })
    void anythingElseIsNoNameOfOurs(String name) {
        assertThat(ViewName.parse(name)).isNull();
    }

    @Test
    void thereIsABoundOfBlocksAndOfTheirLength() {
        assertThat(ViewName.parse("a#b" + ",b".repeat(15))).isNotNull();
        assertThat(ViewName.parse("a#b" + ",b".repeat(16))).isNull();
        assertThat(ViewName.parse("a#" + "b".repeat(512))).isNotNull();
        assertThat(ViewName.parse("a#" + "b".repeat(513))).isNull();
    }
}
