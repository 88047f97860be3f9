package dev.kida.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateSyntaxException;
import dev.kida.error.TemplateWarning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which operands belong to which operator. */
class ExpressionTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '»', quoteCharacter = '`', textBlock = """
            1 + 2 * 3                  » (1 ADD (2 MULTIPLY 3))
            7 // 2 % 3                 » ((7 FLOOR_DIVIDE 2) MODULO 3)
            2 + 3 ~ 4 + 5              » (((2 ADD 3) CONCAT 4) ADD 5)
            -2 ** 2                    » (NEGATE (2 POWER 2))
            2 ** 3 ** 2                » (2 POWER (3 POWER 2))
            2 ** -1                    » (2 POWER (NEGATE 1))
            +1                         » (PLUS 1)
            2 * s | length             » ((2 MULTIPLY s) | length)
            'a' + 'b' | upper          » ('a' ADD ('b' | upper))
            -5 | abs                   » ((NEGATE 5) | abs)
            s | length + s | length    » ((s | length) ADD (s | length))
            (s | length) * 2           » ((s | length) MULTIPLY 2)
            s | upper == 'AB'          » ((s | upper) EQ 'AB')
            s | f(1, b=2) ?| g         » ((s | f(1, b=2)) ?| g)
            s |> f |> g(1)             » ((s |> f) |> g(1))
            s ?|> f ?|> g              » ((s ?|> f) ?|> g)
            'a' ~ 'b' in 'xab'         » (('a' CONCAT 'b') IN 'xab')
            n ?? 1 == 1                » (n ?? (1 EQ 1))
            a ?? b ?? c                » (a ?? (b ?? c))
            a if f else n ?? 'z'       » ((a if f else n) ?? 'z')
            a if b                     » (a if b)
            a if b else c if d else e  » (a if b else (c if d else e))
            a if b else c if d         » (a if b else (c if d))
            not 1 in [1]               » (NOT (1 IN [1]))
            not not a and b or c       » (((NOT (NOT a)) and b) or c)
            1 not in x                 » (1 NOT_IN x)
            a < b <= c != d            » (a LT b LE c NE d)
            1 < 2 == true              » (1 LT 2 EQ true)
            7 is divisibleby 7         » (7 is divisibleby(7))
            7 is not divisibleby(n=7)  » (7 is not divisibleby(n=7))
            9 < i is odd               » (9 LT (i is odd))
            5 is odd == true           » ((5 is odd) EQ true)
            a is none                  » (a IS null)
            a is not True              » (a IS_NOT true)
            7 is 7 is true             » (7 IS 7 IS true)
            x is in([1])               » (x is in([1]))
            x is not in([1])           » (x is not in([1]))
            await f(x).y               » (await f(x).y)
            await a | f                » ((await a) | f)
            -await a                   » (NEGATE (await a))
            1..n*2                     » ((1..n) MULTIPLY 2)
            -2..2                      » (NEGATE (2..2))
            d.a...3 by 2               » (d.a...3 by 2)
            1..3 | list                » ((1..3) | list)
            a.b?.c[0]?['k'](1)         » a.b?.c[0]?['k'](1)
            a[1:]                      » a[1::]
            a[::-1]                    » a[::(NEGATE 1)]
            a[:b ?? 1]                 » a[:(b ?? 1):]
            f (1, if=2, true=3)        » f(1, if=2, true=3)
            f(a == 'b')                » f((a EQ 'b'))
            o.true                     » o.true
            ()                         » (,)
            (1,)                       » (1,)
            (1, 2,)                    » (1, 2,)
            (1)                        » 1
            [1, 2,]                    » [1, 2]
            {a: 1, 'b': 2,}            » {a: 1, 'b': 2}
            {}                         » {}
            [x * 2 for x in xs if x]   » [(x MULTIPLY 2) for x in xs if x]
            [k for k, v in d.items()]  » [k for (k,v) in d.items()]
            [a for a, (b, c) in [] ]   » [a for (a,(b,c)) in []]
            [x for x in (l ?? [])]     » [x for x in (l ?? [])]
            """)
    void groups(String expression, String expected) {
        assertThat(Tree.expression(expression)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '»', quoteCharacter = '`', textBlock = """
            K-PAR-001 » s | length * 2
            K-PAR-001 » s | upper[0]
            K-PAR-001 » s | upper.lower
            K-PAR-001 » 1 if zzz ?? false else 2
            K-PAR-001 » [x for x in l ?? []]
            K-PAR-001 » l[0, 1]
            K-PAR-001 » x is eq y
            K-PAR-001 » 1 2
            K-PAR-001 » 'a' 'b'
            K-PAR-001 » 1, 2
            K-PAR-001 » a = 1
            K-PAR-001 » a ??= 1
            K-PAR-001 » lambda x: x
            K-PAR-001 » (1 + 2
            K-PAR-001 » {a, b}
            K-PAR-001 » s |> f ?| g
            K-PAR-001 » s |> f ?|> g
            K-PAR-003 » l[]
            K-PAR-003 » 1 +
            K-PAR-003 » * 2
            K-PAR-003 » a <> b
            K-PAR-003 » a === b
            K-PAR-003 » 1 not 2
            K-PAR-003 » n is
            K-PAR-003 » a == not b
            K-PAR-003 » u.
            K-PAR-003 » u.0
            K-PAR-003 » o.in
            K-PAR-003 » f(1,)
            K-PAR-003 » f(*xs)
            K-PAR-003 » f(**xs)
            K-PAR-003 » f(a=1, 2)
            K-PAR-003 » f(a=1, a=2)
            K-PAR-003 » 1....3
            K-PAR-003 » [await v for x in xs]
            K-PAR-003 » [v for x in xs if await v]
            K-PAR-003 » [x for x in xs for y in ys]
            K-PAR-003 » [x for 1 in l]
            K-PAR-003 » [x for none in l]
            K-PAR-004 » s |
            K-PAR-004 » s | 5
            K-PAR-004 » s | 'upper'
            K-PAR-004 » a || b
            K-PAR-004 » s | f |> g
            K-PAR-004 » s |> f | g
            K-PAR-004 » s ?|> f | g
            K-PAR-004 » s ?|> f |> g
            """)
    void rejects(String code, String expression) {
        assertThat(Tree.code("{{ " + expression + " }}")).isEqualTo(ErrorCode.of(code));
    }

    @Test
    void pointsAtTheToken() {
        TemplateSyntaxException error = Tree.error("{{\n  1 +\n  *\n}}");

        assertThat(error.getLine()).isEqualTo(3);
        assertThat(error.getColumn()).isEqualTo(2);
    }

    @Test
    void warnsAboutAFilterBehindAFallback() {
        TemplateNode template = Tree.parse("""
                {{ x ?? [] | length }}
                {{ x ?? ([] | length) }}
                {{ x ?? ([] | list) ?| length }}
                {{ x ?? [] |> length }}
                {{ x | length ?? [] }}
                {% for i in x ?? [] | sort %}{% end %}
                """);

        assertThat(template.warnings())
                .allMatch(warning -> warning.code() == ErrorCode.K_WARN_001)
                .extracting(TemplateWarning::line)
                .containsExactly(1, 3, 6);
    }
}
