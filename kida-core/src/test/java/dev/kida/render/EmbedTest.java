package dev.kida.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.KidaEngine;
import dev.kida.load.MapLoader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;

/** What belongs to an embed, and to the scopes around it, wherever it stands. */
class EmbedTest {

    private static final KidaEngine ENGINE = KidaEngine.builder()
            .loader(new MapLoader(Map.of(
                    "card", "<{% block t %}T{% end %}:{% block b %}B{% end %}>",
                    "p", "[{{ i ?? 'u' }}{{ q ?? 'u' }}]",
                    "library", "{% region r() %}{{ p ?? 'u' }}{% end %}")))
            .build();

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "{% embed 'card' %}{% block t %}[{% embed 'card' %}{% end %}]{% end %}{% end %} => <[<T:B>]:B>",
                "{% embed 'card' %}{% block t %}[{% embed 'card' %}{% block b %}in{% end %}{% end %}]{% end %}{% end %}"
                        + " => <[<T:in>]:B>",
                "{% embed 'card' %}{% block t %}[{% embed 'card' %}{% block t %}in{% end %}{% end %}]{% end %}"
                        + "{% block b %}OUT{% end %}{% end %} => <[<in:B>]:OUT>",
            })
    void overridesBelongToOneEmbed(String page, String expected) {
        assertRenders(page, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "{% for i in [1, 2] %}{% set q = i %}{% if true %}{% include 'p' %}{% end %}{% end %} => [1u][2u]",
                "{% for i in [1] %}{% set q = 2 %}{% for j in [1] %}{% include 'p' %}{% end %}{% end %} => [1u]",
                "{% def f(x) %}{% slot let:q=x %}{% end %}{% end %}"
                        + "{% call f(5) %}{% for i in [1, 2] %}{% include 'p' %}{% end %}{% end %} => [1u][2u]",
                "{% if true %}{% embed 'card' %}{% block t %}{% set q = 2 %}{{ q }}{% end %}{% end %}{{ q ?? 'u' }}{% end %}"
                        + "{{ q ?? 'u' }} => <2:B>2u",
                "{% for i in [1, 2] %}{% embed 'card' %}{% block t %}{{ q ?? 'n' }}{% set q = i %}{{ q }}{% end %}{% end %}"
                        + "{% end %}{{ q ?? 'u' }} => <n1:B><n2:B>u",
            })
    void bodiesHaveScopesOfTheirOwn(String page, String expected) {
        assertRenders(page, expected);
        assertRenders("{% def unused() %}{% end %}" + page, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "{% import 'library' as m %}{% def f(p) %}{{ m.r() }}{% end %}{{ f(7) }} => 7",
                "{% from 'library' import r %}{% def f(p) %}{{ r() }}{% end %}{{ f(7) }} => 7",
                "{% region r() %}{{ p ?? 'u' }}{% end %}{% let ls = [r] %}{% def f(p) %}{{ ls[0]() }}{% end %}{{ f(7) }} => 7",
            })
    void regionsSeeTheParametersOfTheComponentThatCallsThem(String page, String expected) {
        assertRenders(page, expected);
    }

    private static void assertRenders(String page, String expected) {
        List<String> streamed = Flux.from(ENGINE.fromString(page).renderStreamAsync(Map.of()))
                .collectList()
                .block();

        assertThat(ENGINE.fromString(page).render(Map.of())).isEqualTo(expected);
        assertThat(String.join("", streamed)).isEqualTo(expected);
    }
}
