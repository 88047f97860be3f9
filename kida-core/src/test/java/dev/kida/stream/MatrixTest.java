package dev.kida.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every place of an expression and every construct, alone and in each other, around {@code await}, {@code async for} and
 * implicit waits, with sources that are ready, come later from other threads, are empty, fail or never answer: the bytes
 * are those of a plain render of the same text with plain values, what can be out is out, and no source is left open.
 *
 * <p>A run takes half of the nestings, with leaves and scenarios in turn; {@code -Dkida.matrix.full=true} takes all of them.
 */
class MatrixTest {

    private static final boolean FULL = Boolean.getBoolean("kida.matrix.full");

    private static final int VARIATIONS = 2;

    private record Waiting(Leaf leaf, boolean implicit) {}

    private static final List<Waiting> LEAVES = List.of(
            new Waiting(Leaf.AWAIT, false),
            new Waiting(Leaf.LOOP, false),
            new Waiting(Leaf.AWAIT, true),
            new Waiting(Leaf.LOOP, true),
            new Waiting(Leaf.BROKEN_LOOP, false));

    @TestFactory
    Stream<DynamicTest> everyPositionOfAnExpression() {
        return Position.ALL.stream()
                .map(position -> DynamicTest.dynamicTest(
                        position.name(), () -> assertThat(inPosition(position)).isEmpty()));
    }

    private static List<String> inPosition(Position position) {
        List<String> problems = new ArrayList<>();
        for (boolean implicit : new boolean[] {false, true}) {
            for (int variation = 0; variation < VARIATIONS; variation++) {
                problems.addAll(
                        problems(new Case(List.of(), Leaf.of(position), position.value(), implicit, variation)));
            }
        }
        return problems;
    }

    @TestFactory
    Stream<DynamicTest> everyConstruct() {
        return Construct.ALL.stream()
                .map(construct -> DynamicTest.dynamicTest(
                        construct.name(), () -> assertThat(alone(construct)).isEmpty()));
    }

    private static List<String> alone(Construct construct) {
        List<String> problems = new ArrayList<>();
        for (Waiting waiting : leaves(construct)) {
            for (int variation = 0; variation < VARIATIONS; variation++) {
                Case page = page(List.of(construct), waiting, variation);
                assertThat(page.isPage()).as(page.toString()).isTrue();
                problems.addAll(problems(page));
            }
        }
        return problems;
    }

    @TestFactory
    Stream<DynamicTest> everyConstructInEveryOther() {
        return Construct.ALL.stream()
                .map(outer -> DynamicTest.dynamicTest(
                        outer.name(), () -> assertThat(nested(outer)).isEmpty()));
    }

    private static List<String> nested(Construct outer) {
        List<String> problems = new ArrayList<>();
        List<Waiting> leaves = leaves(outer);
        int pages = 0;
        int turn = Construct.ALL.indexOf(outer);
        for (Construct inner : Construct.ALL) {
            if (inner.outermost()) {
                continue;
            }
            turn++;
            if (!FULL && turn / leaves.size() % 2 == 0) {
                continue;
            }
            int chosen = turn % leaves.size();
            for (Waiting waiting : FULL ? leaves : leaves.subList(chosen, chosen + 1)) {
                Case page = page(List.of(outer, inner), waiting, turn);
                if (page.isPage()) {
                    pages++;
                    problems.addAll(problems(page, turn));
                }
            }
        }
        assertThat(pages).isGreaterThan(Construct.ALL.size() / 6);
        return problems;
    }

    private static List<Waiting> leaves(Construct outermost) {
        return LEAVES.stream()
                .filter(leaf -> outermost.implicit() || !leaf.implicit())
                .toList();
    }

    private static Case page(List<Construct> around, Waiting waiting, int variation) {
        return new Case(around, waiting.leaf(), Leaf.VALUE, waiting.implicit(), variation);
    }

    private static List<String> problems(Case page) {
        return problems(page, Stream.of(Scenario.values()));
    }

    /** Half of the scenarios, or all of them. */
    private static List<String> problems(Case page, int turn) {
        return problems(page, Stream.of(Scenario.values()).filter(each -> FULL || (each.ordinal() + turn) % 2 == 0));
    }

    private static List<String> problems(Case page, Stream<Scenario> scenarios) {
        return scenarios
                .filter(page::sees)
                .map(page::problem)
                .filter(Objects::nonNull)
                .toList();
    }
}
