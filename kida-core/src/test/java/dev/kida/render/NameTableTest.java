package dev.kida.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NameTableTest {

    @Test
    void keepsNamesHoweverManyThereAre() {
        NameTable table = new NameTable();
        Map<String, @Nullable Object> expected = new HashMap<>();
        for (int i = 0; i < 20; i++) {
            table.put("name" + i, i);
            expected.put("name" + i, i);

            assertThat(all(table)).isEqualTo(expected);
            assertThat(table.get("name" + i)).isEqualTo(i);
            assertThat(table.get("name" + (i + 1))).isSameAs(Context.MISSING);
        }
    }

    @Test
    void replacesAndRemovesValues() {
        NameTable table = new NameTable();
        table.put("a", 1);
        table.put("b", null);
        table.put("a", 2);
        table.remove("c");
        table.remove("a");

        assertThat(table.get("a")).isSameAs(Context.MISSING);
        assertThat(table.get("b")).isNull();
    }

    @Test
    void findsNamesThatAreEqualButNotTheSame() {
        NameTable table = new NameTable();
        table.put("name", 1);

        assertThat(table.get(new StringBuilder("name").toString())).isEqualTo(1);
    }

    @Test
    void goesItsOwnWayAsACopy() {
        NameTable table = new NameTable();
        table.put("a", 1);
        NameTable copy = new NameTable(table);
        copy.put("b", 2);
        table.put("a", 3);

        assertThat(all(table)).isEqualTo(Map.of("a", 3));
        assertThat(all(copy)).isEqualTo(Map.of("a", 1, "b", 2));
    }

    private static Map<String, @Nullable Object> all(NameTable table) {
        Map<String, @Nullable Object> all = new HashMap<>();
        table.forEach(all::put);
        return all;
    }
}
