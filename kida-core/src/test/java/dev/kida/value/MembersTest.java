package dev.kida.value;

import static dev.kida.value.Use.call;
import static dev.kida.value.Use.fails;
import static dev.kida.value.Use.get;
import static dev.kida.value.Use.list;
import static dev.kida.value.Use.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kida.error.UndefinedException;
import dev.kida.value.Beans.Color;
import dev.kida.value.Beans.Point;
import dev.kida.value.Beans.User;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MembersTest {

    private final User user = new User();

    @Test
    void readsWhatBeansRecordsAndFieldsOffer() {
        assertThat(get(new Point(3, null), "x")).isEqualTo(3);
        assertThat(get(new Point(3, null), "y")).isNull();
        assertThat(get(user, "name")).isEqualTo("Ada");
        assertThat(get(user, "admin")).isEqualTo(true);
        assertThat(get(user, "active")).isEqualTo(true);
        assertThat(get(user, "URL")).isEqualTo("u");
        assertThat(get(user, "uRL")).isEqualTo("u");
        assertThat(get(user, "field")).isEqualTo("f");
        assertThat(get(user, "nothing")).isNull();
        assertThat(get(Map.entry("k", 1), "key")).isEqualTo("k");
    }

    @Test
    void optionalsAreUnwrapped() {
        assertThat(get(user, "nick")).isEqualTo("ada");
        assertThat(get(user, "middle")).isNull();
        assertThat(get(Optional.of(user), "name")).isEqualTo("Ada");
        assertThat(get(map("x", Optional.of(1)), "x")).isEqualTo(1);
        assertThat(call(user, "getNick")).isEqualTo("ada");
    }

    @Test
    void plainMethodsAreValuesAndNotCalled() {
        assertThat(get(user, "greet")).isInstanceOf(BoundMethod.class);
        assertThat(get(new Point(1, 2), "sum")).isInstanceOf(BoundMethod.class);
        assertThat(Calls.invoke(get(user, "greet"), new Object[] {"Bo"}, Use.CONTEXT))
                .isEqualTo("hi Bo");
        fails("K-RUN-001", () -> get(user, "text"));
    }

    @Test
    void whatIsNotReadBecauseItsTypeIsNotPublicIsSaidSo() {
        assertThatExceptionOfType(UndefinedException.class)
                .isThrownBy(() -> get(new Hidden("x"), "name"))
                .satisfies(error -> assertThat(error.getHints())
                        .containsExactly("Templates read public types only; make Hidden public"));
        assertThatExceptionOfType(UndefinedException.class)
                .isThrownBy(() -> get(new Hidden("x"), "nothing"))
                .satisfies(error -> assertThat(error.getMessage()).doesNotContain("public"));
    }

    private record Hidden(String name) {}

    @Test
    void enumsHaveAName() {
        assertThat(get(Color.GREEN, "name")).isEqualTo("GREEN");
        assertThat(get(Color.GREEN, "ordinal")).isEqualTo(1);
        assertThat(call(Color.GREEN, "name")).isEqualTo("GREEN");
        assertThat(call(Color.GREEN, "hex")).isEqualTo("0f0");
    }

    @Test
    void datesHaveTheirPortableNames() {
        LocalDateTime time = LocalDateTime.of(2024, 2, 29, 8, 9, 10);

        assertThat(List.of("year", "month", "day", "hour", "minute", "second"))
                .extracting(name -> get(time, name))
                .containsExactly(2024, 2, 29, 8, 9, 10);
        assertThat(get(LocalDate.EPOCH, "month")).isEqualTo(1);
        assertThat(call(LocalDate.EPOCH, "isoformat")).isEqualTo("1970-01-01");
        assertThat(call(LocalDate.EPOCH, "weekday")).isEqualTo(3L);
    }

    @Test
    void hiddenClassesAreSeenThroughTheirInterfaces() {
        assertThat(get(Beans.square(), "area")).isEqualTo(4.0);
        assertThat(call(Beans.square(), "describe", "cm")).isEqualTo("4.0cm");
        fails("K-RUN-001", () -> get(Beans.square(), "secret"));
        assertThat(call(List.of(1, 2), "size")).isEqualTo(2);
        assertThat(call(Map.of("a", 1), "containsKey", "a")).isEqualTo(true);
    }

    @Test
    void mapsGiveKeysThenMethods() {
        assertThat(get(map("a", 1L), "a")).isEqualTo(1L);
        assertThat(get(Collections.singletonMap("a", null), "a")).isNull();
        assertThat(get(map(), "items")).isInstanceOf(BoundMethod.class);
        assertThat(get(map("class", "btn"), "class")).isEqualTo("btn");
        fails("K-RUN-001", () -> get(map(), "class"));
        fails("K-RUN-001", () -> get(map("a", 1L), "b"));
    }

    @Test
    void missingMembers() {
        assertThat(Members.get(user, "nope", false)).isSameAs(Undefined.INSTANCE);
        assertThat(Members.get(null, "nope", false)).isSameAs(Undefined.INSTANCE);
        assertThat(Members.get(Undefined.INSTANCE, "nope", false)).isSameAs(Undefined.INSTANCE);
        assertThat(Members.find(null, "x", "m")).isEqualTo("m");
        assertThat(Members.find(user, "nope", "m")).isEqualTo("m");
        fails("K-RUN-001", () -> get(null, "x"));
        fails("K-RUN-001", () -> get(user, "hidden"));
        fails("K-RUN-001", () -> get(user, "STATIC"));
        fails("K-RUN-001", () -> call(user, "helper"));
        fails("K-RUN-001", () -> call(user, "packagePrivate"));
    }

    @Test
    void missingMembersAreReportedWithTheTypeAndASimilarName() {
        UndefinedException error = (UndefinedException) fails("K-RUN-001", () -> get(user, "nmae"));

        assertThat(error.getName()).isEqualTo("User.nmae");
        assertThat(error.getSuggestion()).contains("User.name");
        assertThat(((UndefinedException) fails("K-RUN-001", () -> get(map("total", 1L), "totl"))).getSuggestion())
                .contains("dict.total");
    }

    @Test
    void optionalAccess() {
        assertThat(Members.getOptional(null, "x", true)).isNull();
        assertThat(Members.getOptional(map(), "x", true)).isNull();
        assertThat(Members.getOptional(user, "nope", false)).isNull();
        assertThat(Members.getOptional(user, "name", true)).isEqualTo("Ada");
        fails("K-RUN-001", () -> Members.getOptional(user, "nope", true));
    }

    @Test
    void optionalCalls() {
        assertThat(optionalCall(null, "foo")).isSameAs(Undefined.INSTANCE);
        assertThat(optionalCall(map(), "foo")).isSameAs(Undefined.INSTANCE);
        assertThat(optionalCall("a", "upper")).isEqualTo("A");
        assertThat(optionalCall(map("a", 1L), "keys")).isEqualTo(list("a"));
        fails("K-RUN-001", () -> optionalCall("a", "foo"));
    }

    private static @Nullable Object optionalCall(@Nullable Object receiver, String name) {
        return Members.invokeOptional(
                receiver, name, Calls.NO_VALUES, Calls.NO_NAMES, Calls.NO_VALUES, Use.CONTEXT, true);
    }

    @Test
    void theUndefinedValueReadsLikeAnEmptyDict() {
        assertThat(call(Undefined.INSTANCE, "get", "k")).isSameAs(Undefined.INSTANCE);
        assertThat(call(Undefined.INSTANCE, "get", "k", "d")).isEqualTo("d");
        assertThat(call(Undefined.INSTANCE, "items")).isEqualTo(List.of());
        fails("K-RUN-012", () -> call(Undefined.INSTANCE, "foo"));
    }

    @Test
    void paths() {
        Object order = map("address", map("city", "Oslo"), "a.b", 1L);

        assertThat(Members.findPath(order, "address.city", "m")).isEqualTo("Oslo");
        assertThat(Members.findPath(order, "a.b", "m")).isEqualTo(1L);
        assertThat(Members.findPath(order, "address.zip", "m")).isEqualTo("m");
        assertThat(Members.findPath(order, "x.y", "m")).isEqualTo("m");
    }

    @Test
    void providersAnswerForThemselves() {
        MemberProvider provider = new MemberProvider() {
            @Override
            public @Nullable Object member(String name) {
                return name.equals("index") ? (Object) 1L : Members.MISSING;
            }

            @Override
            public Collection<String> memberNames() {
                return List.of("index");
            }
        };

        assertThat(get(provider, "index")).isEqualTo(1L);
        assertThat(fails("K-RUN-001", () -> get(provider, "indx")).getSuggestion())
                .contains("index");
        fails("K-RUN-001", () -> get(provider, "memberNames"));
        fails("K-RUN-012", () -> Subscripts.item(provider, "index"));
    }
}
